package dev.lastack.properties.claims;

import static dev.lastack.tcp.TcpState.FIN_WAIT_2;
import static dev.lastack.tcp.TcpState.SYN_RECEIVED;
import static dev.lastack.tcp.TcpState.SYN_SENT;

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
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Builds claims about whole runs. Each is about both hosts, and holds if it does for both. */
final class RunProperties {

    private static final Formula P = Formula.atom("p");
    private static final Formula Q = Formula.atom("q");
    private static final Formula R = Formula.atom("r");

    private RunProperties() {}

    static List<String> titles() {
        return Arrays.stream(Assumption.values()).map(Assumption::title).toList();
    }

    static Claim leaves(String id, TcpState state, String citation) {
        return claim(
                id,
                state + " is left in the end.",
                citation,
                (atoms, host) -> Stream.of(LivenessProperty.leadsTo(
                        id + " at " + host,
                        atoms.in(host, EnumSet.of(state)),
                        atoms.in(host, EnumSet.complementOf(EnumSet.of(state))))));
    }

    /** A property for each kind of close that the knob allows, so that a verdict names the kind. */
    static Stream<LivenessProperty> finWait2(TerminationAtoms atoms, Host host) {
        StatePredicate in = atoms.in(host, EnumSet.of(FIN_WAIT_2));
        StatePredicate left = atoms.in(host, EnumSet.complementOf(EnumSet.of(FIN_WAIT_2)));
        String id = "fin-wait-2-resolves at " + host;
        if (atoms.closeAs(host) != EndpointKnobs.CloseAs.EITHER) {
            return Stream.of(LivenessProperty.leadsTo(id, in, left));
        }
        StatePredicate both = atoms.closedFully(host);
        return Stream.of(
                LivenessProperty.leadsTo(
                        id + ", own direction closed",
                        (words, at) -> in.test(words, at) && !both.test(words, at),
                        left),
                LivenessProperty.leadsTo(
                        id + ", both directions closed",
                        (words, at) -> in.test(words, at) && both.test(words, at),
                        left));
    }

    static Claim claim(
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
    static LivenessProperty assuming(LivenessProperty property, TerminationModel model) {
        Set<String> assumptions = new TreeSet<>(titles());
        boolean nobodyCloses = Stream.of(Host.values())
                .allMatch(host -> model.scenario().endpoint(host).user().close() == EndpointKnobs.Close.NEVER);
        if (nobodyCloses) {
            assumptions.remove(Assumption.CLOSE.title());
        }
        return property.under(assumptions);
    }

    /** A user without a TCB has nothing left to close. */
    static LivenessProperty terminates(TerminationAtoms atoms) {
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
    static LivenessProperty halfOpenHeals(TerminationAtoms atoms, Host host) {
        StatePredicate synchronised = atoms.synchronised(host);
        StatePredicate peerGone = atoms.gone(host.peer());
        return LivenessProperty.leadsTo(
                "half-open-heals at " + host,
                (words, at) -> synchronised.test(words, at) && peerGone.test(words, at),
                (words, at) -> !synchronised.test(words, at));
    }

    /** It is that TCB, and no later one, as long as the host stays in the SYN states. */
    static LivenessProperty opens(TerminationAtoms atoms, Host host) {
        Formula opens = Formula.always(Formula.implies(P, Formula.until(Q, R)));
        Map<String, StatePredicate> predicates = Map.of(
                "p", atoms.in(host, EnumSet.of(SYN_SENT)),
                "q", atoms.in(host, EnumSet.of(SYN_SENT, SYN_RECEIVED)),
                "r", atoms.synchronised(host));
        return new LivenessProperty("opens at " + host, opens, predicates, Set.of());
    }

    /** How long either host stays where {@code stay} says. */
    static Claim within(
            String id,
            String sentence,
            String citation,
            BiFunction<TerminationAtoms, Host, StatePredicate> stay,
            OptionalLong atMost) {
        return new Claim(id, sentence, citation, List.of(), new Question.OfRuns(model -> {
            TerminationAtoms atoms = new TerminationAtoms(model);
            return Stream.of(Host.values())
                    .<GraphProperty>map(host ->
                            new LongestStay("at " + host, stay.apply(atoms, host), TerminationFairness.TIME, atMost))
                    .toList();
        }));
    }

    /** Copies of a segment may be answered as often as they arrive: with duplication there is nothing to ask. */
    static List<GraphProperty> quiet(TerminationModel model) {
        boolean applicable = model.scenario().environment().duplication() == 0;
        return applicable
                ? List.of(LivenessProperty.never("quiet").under(Set.of(ClaimFairness.ANSWER_LOOP)))
                : List.of();
    }
}
