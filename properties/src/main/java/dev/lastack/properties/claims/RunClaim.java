package dev.lastack.properties.claims;

import static dev.lastack.properties.claims.RunProperties.leaves;

import dev.lastack.scenario.knobs.Host;
import dev.lastack.tcp.TcpState;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The claims of the catalogue about whole runs, in the order in which reports list them. A TCB is <em>gone</em> in CLOSED
 * and LISTEN.
 */
public enum RunClaim {
    LAST_ACK_RESOLVES(leaves("last-ack-resolves", TcpState.LAST_ACK, "RFC 9293 §3.6.1, §3.10.7.4, fifth check")),

    TERMINATES(RunProperties.claim(
            "terminates",
            "Once both users have closed, both TCBs are gone in the end.",
            "RFC 9293 §3.6",
            (atoms, host) -> host == Host.A ? Stream.of(RunProperties.terminates(atoms)) : Stream.of())),

    FIN_WAIT_1_RESOLVES(leaves("fin-wait-1-resolves", TcpState.FIN_WAIT_1, "RFC 9293 §3.6, §3.10.7.4, fifth check")),

    FIN_WAIT_2_RESOLVES(RunProperties.claim(
            "fin-wait-2-resolves",
            "FIN-WAIT-2 is left in the end, whether the socket is closed or only half-closed.",
            "RFC 9293 §3.6; RFC 1122 §4.2.2.13",
            RunProperties::finWait2)),

    CLOSE_WAIT_RESOLVES(leaves("close-wait-resolves", TcpState.CLOSE_WAIT, "RFC 9293 §3.6, §3.10.4")),

    CLOSING_RESOLVES(leaves("closing-resolves", TcpState.CLOSING, "RFC 9293 §3.6, figure 13")),

    TIME_WAIT_RESOLVES(leaves("time-wait-resolves", TcpState.TIME_WAIT, "RFC 9293 §3.6.1, §3.10.8")),

    HALF_OPEN_HEALS(RunProperties.claim(
            "half-open-heals",
            "A synchronised TCB whose peer has no TCB is gone in the end.",
            "RFC 9293 §3.5.1",
            (atoms, host) -> Stream.of(RunProperties.halfOpenHeals(atoms, host)))),

    OPENS(RunProperties.claim(
            "opens",
            "A TCB that was opened actively becomes ESTABLISHED in the end.",
            "RFC 9293 §3.5, §3.10.1",
            (atoms, host) -> Stream.of(RunProperties.opens(atoms, host)))),

    LAST_ACK_WITHIN(WaitingClaims.byId("last-ack-within").orElseThrow()),

    QUIET(new Claim(
            "quiet",
            "Segments do not answer each other for ever, without a user, a timer or an overflow taking part.",
            "RFC 9293 §3.10.7.4, fifth check",
            List.of(),
            new Question.OfRuns(RunProperties::quiet)));

    // A claim never changes. Its question is a function, of which Error Prone cannot tell that.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Claim claim;

    RunClaim(Claim claim) {
        this.claim = claim;
    }

    /** What a verification is asked. */
    public Claim claim() {
        return claim;
    }

    /**
     * The claim of the catalogue that the claim with this id is, or is a weaker form of, such as {@code terminates without
     * delivery}; empty if the id is of no claim about whole runs in the catalogue.
     */
    public static Optional<RunClaim> byId(String id) {
        String name = id.split(Claim.WITHOUT, -1)[0];
        return Stream.of(values()).filter(each -> each.claim.id().equals(name)).findFirst();
    }

    /** The id, for tables and messages. */
    @Override
    public String toString() {
        return claim.id();
    }
}
