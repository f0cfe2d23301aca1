package dev.lastack.properties.claims;

import static dev.lastack.model.rules.Observation.*;

import dev.lastack.checker.Property;
import dev.lastack.model.rules.Observation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The safety claims of the catalogue, in the order in which reports list them. Each is put to the test by one fact about a
 * step and violated by another, see {@link Observation}. A segment is <em>old</em> at an endpoint if it stems from another
 * incarnation of the connection.
 */
public enum SafetyClaim {
    NO_OLD_FIN(
            "no-old-fin",
            "No FIN of an old incarnation closes a new one: RCV.NXT never moves over it.",
            "RFC 9293 §3.4.3; RFC 1337 §1",
            FIN_JUDGED,
            OLD_FIN_TAKEN),

    NO_OLD_DATA(
            "no-old-data",
            "No octet of an old incarnation is accepted by a new one: RCV.NXT never moves over it.",
            "RFC 9293 §3.4.3; RFC 1337 §2, hazard H1",
            TEXT_JUDGED,
            OLD_TEXT_TAKEN),

    NO_OLD_ACK(
            "no-old-ack",
            "No old segment acknowledges anything: SND.UNA is not moved by one, the ACK of the own SYN apart.",
            "RFC 1337 §2, hazard H2",
            ACK_JUDGED,
            OLD_ACK_TAKEN),

    NO_OLD_HANDSHAKE(
            "no-old-handshake",
            "No old segment completes a handshake: ESTABLISHED is never reached by one.",
            "RFC 9293 §3.5, figure 8",
            HANDSHAKE_JUDGED,
            OLD_HANDSHAKE),

    NO_REPLAY(
            "no-replay",
            "No handshake is replayed: a host is ESTABLISHED at most once in one incarnation.",
            "RFC 9293 §3.5; RFC 1644 §2.1",
            HANDSHAKE_JUDGED,
            REPLAYED),

    NO_OLD_RST(
            "no-old-rst",
            "No old RST ends a connection (TIME-WAIT apart).",
            "RFC 1337 §2, hazard H3; RFC 5961 §3",
            RST_JUDGED,
            OLD_RST_TAKEN),

    TIME_WAIT_KEPT(
            "time-wait-kept",
            "TIME-WAIT lasts until its timer ends it; the own ABORT and a crash are exempt.",
            "RFC 9293 §3.6.1 (MUST-13); RFC 1337 §3, fix F1",
            TIME_WAIT_LEFT,
            TIME_WAIT_CUT_SHORT),

    DRAINED(
            "drained",
            "When the 2MSL timer ends TIME-WAIT nothing of that incarnation can still arrive, and the peer has no TCB"
                    + " of it but in TIME-WAIT.",
            "RFC 9293 §3.4.2, §3.6.1; RFC 793 §3.5",
            TIME_WAIT_OVER,
            UNDRAINED),

    LAST_ACK_CLEAN(
            "last-ack-clean",
            "LAST-ACK is left only by the ACK of the FIN: not by an RST and not by giving up; the own ABORT and a"
                    + " crash are exempt.",
            "RFC 9293 §3.10.7.4, fifth check",
            LAST_ACK_LEFT,
            LAST_ACK_UNCLEAN),

    GRACEFUL(
            "graceful",
            "A connection that both sides close by FIN, with no abort and no crash, ends at neither side by RST before"
                    + " one of them opens the next.",
            "RFC 9293 §3.6",
            BOTH_CLOSED_TCB_ENDED,
            BOTH_CLOSED_TCB_RESET),

    NO_TRUNCATION(
            "no-truncation",
            "A user who was told that all closed normally sent no octet that the peer TCP did not receive, and EOF is"
                    + " seen only after the last octet.",
            "RFC 9293 §3.6 (MUST-12), §3.10.4",
            END_TOLD,
            TRUNCATED),

    RESPONSE_DELIVERED(
            "response-delivered",
            "An octet that was sent before the sender's user closed both directions reaches the peer's user: no RST"
                    + " takes it away. Runs with an abort, a crash, or a TCB that was given up are exempt.",
            "RFC 9293 §3.6.1 (SHLD-3); RFC 1122 §4.2.2.13; RFC 9112 §9.6",
            RESPONSE_JUDGED,
            RESPONSE_LOST),

    AGREEMENT(
            "agreement",
            "Two partners are of one incarnation and agree on numbers: SND.UNA ≤ the peer's RCV.NXT ≤ SND.NXT.",
            "RFC 9293 §3.3.1, §3.4",
            PARTNERS,
            PARTNERS_DISAGREE),

    RFC_EDGES(
            "rfc-edges",
            "A connection changes its state only as RFC 9293 §3.10 allows.",
            "RFC 9293 §3.10, figure 5",
            TCP_STATE_CHANGED,
            TCP_STATE_CHANGED_AGAINST_RFC);

    // A claim never changes. Its question is a function, of which Error Prone cannot tell that.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Claim claim;

    SafetyClaim(String id, String sentence, String citation, Observation testedBy, Observation violatedBy) {
        this.claim = new Claim(
                id,
                sentence,
                citation,
                List.of(),
                model -> new Property.StepInvariant(id, testedBy.bit(), violatedBy.bit()));
    }

    /** What a verification is asked. */
    public Claim claim() {
        return claim;
    }

    /** The claim with this id; empty if the id is of no safety claim of the catalogue. */
    public static Optional<SafetyClaim> byId(String id) {
        return Stream.of(values()).filter(each -> each.claim.id().equals(id)).findFirst();
    }

    /** The id, for tables and messages. */
    @Override
    public String toString() {
        return claim.id();
    }
}
