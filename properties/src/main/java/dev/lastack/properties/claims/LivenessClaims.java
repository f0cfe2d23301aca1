package dev.lastack.properties.claims;

import static dev.lastack.tcp.TcpState.CLOSING;
import static dev.lastack.tcp.TcpState.FIN_WAIT_1;
import static dev.lastack.tcp.TcpState.FIN_WAIT_2;
import static dev.lastack.tcp.TcpState.LAST_ACK;
import static dev.lastack.tcp.TcpState.SYN_RECEIVED;
import static dev.lastack.tcp.TcpState.SYN_SENT;
import static dev.lastack.tcp.TcpState.TIME_WAIT;

import dev.lastack.checker.StatePredicate;
import dev.lastack.checker.liveness.ltl.Formula;
import dev.lastack.checker.liveness.property.GraphProperty;
import dev.lastack.checker.liveness.property.LivenessProperty;
import dev.lastack.checker.liveness.property.LongestStay;
import dev.lastack.model.TerminationAtoms;
import dev.lastack.model.TerminationFairness;
import dev.lastack.model.TerminationModel;
import dev.lastack.scenario.knobs.EndpointKnobs;
import dev.lastack.scenario.knobs.Host;
import dev.lastack.tcp.TcpState;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * The catalogue of claims about whole runs. A TCB is <em>gone</em> in CLOSED and LISTEN. Each claim is about both hosts,
 * and holds if it does for both.
 */
public final class LivenessClaims {

    private static final Formula P = Formula.atom("p");
    private static final Formula Q = Formula.atom("q");
    private static final Formula R = Formula.atom("r");

    private static final String LAST_ACK_WITHIN = "last-ack-within";

    private static final List<Claim> ALL = List.of(
            leaves("last-ack-resolves", LAST_ACK, "RFC 9293 §3.6.1, §3.10.7.4, fifth check"),
            claim(
                    "terminates",
                    "Once both users have closed, both TCBs are gone in the end.",
                    "RFC 9293 §3.6",
                    (atoms, host) -> host == Host.A ? Stream.of(terminates(atoms)) : Stream.of()),
            leaves("fin-wait-1-resolves", FIN_WAIT_1, "RFC 9293 §3.6, §3.10.7.4, fifth check"),
            leaves(
                    "fin-wait-2-resolves",
                    FIN_WAIT_2,
                    " Where fin-wait-2-timeout is set: on a socket that is closed, not half-closed.",
                    "RFC 9293 §3.6; RFC 1122 §4.2.2.13"),
            leaves("closing-resolves", CLOSING, "RFC 9293 §3.6, figure 13"),
            leaves("time-wait-resolves", TIME_WAIT, "RFC 9293 §3.6.1, §3.10.8"),
            claim(
                    "half-open-heals",
                    "A synchronised TCB whose peer has no TCB is gone in the end.",
                    "RFC 9293 §3.5.1",
                    (atoms, host) -> Stream.of(halfOpenHeals(atoms, host))),
            claim(
                    "opens",
                    "A TCB that was opened actively becomes ESTABLISHED in the end.",
                    "RFC 9293 §3.5, §3.10.1",
                    (atoms, host) -> Stream.of(opens(atoms, host))),
            lastAckWithin(
                    LAST_ACK_WITHIN, "There is a bound on the time that LAST-ACK can take.", OptionalLong.empty()),
            new Claim(
                    "quiet",
                    "Segments do not answer each other for ever, without a user, a timer or an overflow taking part.",
                    "RFC 9293 §3.10.7.4, fifth check",
                    List.of(),
                    new Question.OfRuns(LivenessClaims::quiet)));

    private LivenessClaims() {}

    /** All of them, in the order in which reports list them. */
    public static List<Claim> all() {
        return ALL;
    }

    /**
     * A claim of one's own: {@code formula} is true of every fair run. It is read when the claim is put to a model, whose
     * {@link TerminationAtoms} it may name.
     */
    public static Claim ltl(String id, String formula) {
        return new Claim(
                id,
                formula,
                "the user's own",
                titles(),
                new Question.OfRuns(model ->
                        List.of(assuming(LivenessProperty.ltl(id, formula, new TerminationAtoms(model)), model))));
    }

    private static List<String> titles() {
        return Arrays.stream(Assumption.values()).map(Assumption::title).toList();
    }

    private static Claim leaves(String id, TcpState state, String citation) {
        return leaves(id, state, "", citation);
    }

    /** With {@code more}, a sentence after a space, on what the claim speaks of. */
    private static Claim leaves(String id, TcpState state, String more, String citation) {
        return claim(
                id,
                state + " is left in the end." + more,
                citation,
                (atoms, host) -> Stream.of(LivenessProperty.leadsTo(
                        id + " at " + host,
                        atoms.in(host, EnumSet.of(state)),
                        atoms.in(host, EnumSet.complementOf(EnumSet.of(state))))));
    }

    private static Claim claim(
            String id,
            String sentence,
            String citation,
            BiFunction<TerminationAtoms, Host, Stream<LivenessProperty>> property) {
        return new Claim(id, sentence, citation, titles(), new Question.OfRuns(model -> {
            TerminationAtoms atoms = new TerminationAtoms(model);
            return Stream.of(Host.values())
                    .flatMap(host -> property.apply(atoms, host))
                    .<GraphProperty>map(each -> assuming(each, model))
                    .toList();
        }));
    }

    /** That a user who may CLOSE does so is assumed only where some user ever may. */
    private static LivenessProperty assuming(LivenessProperty property, TerminationModel model) {
        Set<String> assumptions = new TreeSet<>(titles());
        boolean nobodyCloses = Stream.of(Host.values())
                .allMatch(host -> model.scenario().endpoint(host).close() == EndpointKnobs.Close.NEVER);
        if (nobodyCloses) {
            assumptions.remove(Assumption.CLOSE.title());
        }
        return property.under(assumptions);
    }

    /** A user without a TCB has nothing left to close. */
    private static LivenessProperty terminates(TerminationAtoms atoms) {
        StatePredicate aGone = atoms.gone(Host.A);
        StatePredicate bGone = atoms.gone(Host.B);
        StatePredicate aClosed = atoms.closedByUser(Host.A);
        StatePredicate bClosed = atoms.closedByUser(Host.B);
        StatePredicate bothGone = (words, at) -> aGone.test(words, at) && bGone.test(words, at);
        StatePredicate bothClosed = (words, at) -> (aClosed.test(words, at) || aGone.test(words, at))
                && (bClosed.test(words, at) || bGone.test(words, at))
                && !bothGone.test(words, at);
        return LivenessProperty.leadsTo("terminates", bothClosed, bothGone);
    }

    /** A synchronised TCB is never unsynchronised again: a host that is not has lost it, or has another. */
    private static LivenessProperty halfOpenHeals(TerminationAtoms atoms, Host host) {
        StatePredicate synchronised = atoms.synchronised(host);
        StatePredicate peerGone = atoms.gone(host.peer());
        return LivenessProperty.leadsTo(
                "half-open-heals at " + host,
                (words, at) -> synchronised.test(words, at) && peerGone.test(words, at),
                (words, at) -> !synchronised.test(words, at));
    }

    /** It is that TCB, and no later one, as long as the host stays in the SYN states. */
    private static LivenessProperty opens(TerminationAtoms atoms, Host host) {
        Formula opens = Formula.always(Formula.implies(P, Formula.until(Q, R)));
        Map<String, StatePredicate> predicates = Map.of(
                "p", atoms.in(host, EnumSet.of(SYN_SENT)),
                "q", atoms.in(host, EnumSet.of(SYN_SENT, SYN_RECEIVED)),
                "r", atoms.synchronised(host));
        return new LivenessProperty("opens at " + host, opens, predicates, Set.of());
    }

    /** {@code last-ack-within n}: no stay in LAST-ACK takes more than that many ticks. */
    static Optional<Claim> lastAckWithin(String id) {
        if (!id.matches(LAST_ACK_WITHIN + " [0-9]{1,9}")) {
            return Optional.empty();
        }
        long ticks = Long.parseLong(id.substring(LAST_ACK_WITHIN.length() + 1));
        String sentence = "LAST-ACK takes at most " + ticks + (ticks == 1 ? " tick." : " ticks.");
        return Optional.of(lastAckWithin(id, sentence, OptionalLong.of(ticks)));
    }

    private static Claim lastAckWithin(String id, String sentence, OptionalLong atMost) {
        return new Claim(id, sentence, "RFC 9293 §3.6.1", List.of(), new Question.OfRuns(model -> {
            TerminationAtoms atoms = new TerminationAtoms(model);
            return Stream.of(Host.values())
                    .<GraphProperty>map(host -> new LongestStay(
                            "at " + host, atoms.in(host, EnumSet.of(LAST_ACK)), TerminationFairness.TIME, atMost))
                    .toList();
        }));
    }

    /** Copies of a segment may be answered as often as they arrive: with duplication there is nothing to ask. */
    private static List<GraphProperty> quiet(TerminationModel model) {
        boolean applicable = model.scenario().environment().duplication() == 0;
        return applicable
                ? List.of(LivenessProperty.never("quiet").under(Set.of(ClaimFairness.ANSWER_LOOP)))
                : List.of();
    }
}
