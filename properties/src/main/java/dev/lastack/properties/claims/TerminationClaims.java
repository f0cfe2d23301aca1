package dev.lastack.properties.claims;

import static dev.lastack.model.rules.Observation.*;

import dev.lastack.checker.Property;
import dev.lastack.model.rules.Observation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The catalogue of safety claims. Each is put to the test by one fact about a step and broken by another, see
 * {@link Observation}. A segment is <em>old</em> at an endpoint if it stems from another incarnation of the connection.
 */
public final class TerminationClaims {

    public static final Claim NO_OLD_FIN = claim(
            "no-old-fin",
            "No FIN of an old incarnation closes a new one: RCV.NXT never moves over it.",
            "RFC 9293 §3.4.3; RFC 1337 §1",
            FIN_JUDGED,
            OLD_FIN_TAKEN);

    public static final Claim NO_OLD_DATA = claim(
            "no-old-data",
            "No octet of an old incarnation is accepted by a new one: RCV.NXT never moves over it.",
            "RFC 9293 §3.4.3; RFC 1337 §2, hazard H1",
            TEXT_JUDGED,
            OLD_TEXT_TAKEN);

    public static final Claim NO_OLD_ACK = claim(
            "no-old-ack",
            "No old segment acknowledges anything: SND.UNA is not moved by one, the ACK of the own SYN apart.",
            "RFC 1337 §2, hazard H2",
            ACK_JUDGED,
            OLD_ACK_TAKEN);

    public static final Claim NO_OLD_HANDSHAKE = claim(
            "no-old-handshake",
            "No old segment completes a handshake: ESTABLISHED is never reached by one.",
            "RFC 9293 §3.5, figure 8",
            HANDSHAKE_JUDGED,
            OLD_HANDSHAKE);

    public static final Claim NO_REPLAY = claim(
            "no-replay",
            "No handshake is replayed: a host is ESTABLISHED at most once in one incarnation.",
            "RFC 9293 §3.5; RFC 1644 §2.1",
            HANDSHAKE_JUDGED,
            REPLAYED);

    public static final Claim NO_OLD_RST = claim(
            "no-old-rst",
            "No old RST ends a connection (TIME-WAIT apart).",
            "RFC 1337 §2, hazard H3; RFC 5961 §3",
            RST_JUDGED,
            OLD_RST_TAKEN);

    public static final Claim TIME_WAIT_KEPT = claim(
            "time-wait-kept",
            "TIME-WAIT lasts until its timer ends it; the own ABORT and a crash are exempt.",
            "RFC 9293 §3.6.1 (MUST-13); RFC 1337 §3, fix F1",
            TIME_WAIT_LEFT,
            TIME_WAIT_CUT_SHORT);

    public static final Claim DRAINED = claim(
            "drained",
            "When the 2MSL timer ends TIME-WAIT nothing of that incarnation can still arrive, and the peer has no TCB of it"
                    + " but in TIME-WAIT.",
            "RFC 9293 §3.4.2, §3.6.1; RFC 793 §3.5",
            TIME_WAIT_OVER,
            UNDRAINED);

    public static final Claim LAST_ACK_CLEAN = claim(
            "last-ack-clean",
            "LAST-ACK is left only by the ACK of the FIN: not by an RST and not by giving up; the own ABORT and a crash are"
                    + " exempt.",
            "RFC 9293 §3.10.7.4, fifth check",
            LAST_ACK_LEFT,
            LAST_ACK_UNCLEAN);

    public static final Claim GRACEFUL = claim(
            "graceful",
            "A connection that both sides close by FIN, with no abort and no crash, ends at neither side by RST before one of"
                    + " them opens the next.",
            "RFC 9293 §3.6",
            BOTH_CLOSED_TCB_ENDED,
            BOTH_CLOSED_TCB_RESET);

    public static final Claim NO_TRUNCATION = claim(
            "no-truncation",
            "A user who was told that all closed normally sent no octet that the peer TCP did not receive, and EOF is seen"
                    + " only after the last octet.",
            "RFC 9293 §3.6 (MUST-12), §3.10.4",
            END_TOLD,
            TRUNCATED);

    public static final Claim AGREEMENT = claim(
            "agreement",
            "Two partners are of one incarnation and agree on numbers: SND.UNA ≤ the peer's RCV.NXT ≤ SND.NXT.",
            "RFC 9293 §3.3.1, §3.4",
            PARTNERS,
            PARTNERS_DISAGREE);

    public static final Claim RFC_EDGES = claim(
            "rfc-edges",
            "A connection changes its state only as RFC 9293 §3.10 allows.",
            "RFC 9293 §3.10, figure 5",
            TCP_STATE_CHANGED,
            TCP_STATE_CHANGED_AGAINST_RFC);

    private static final List<Claim> SAFETY = List.of(
            NO_OLD_FIN,
            NO_OLD_DATA,
            NO_OLD_ACK,
            NO_OLD_HANDSHAKE,
            NO_REPLAY,
            NO_OLD_RST,
            TIME_WAIT_KEPT,
            DRAINED,
            LAST_ACK_CLEAN,
            GRACEFUL,
            NO_TRUNCATION,
            AGREEMENT,
            RFC_EDGES);

    private TerminationClaims() {}

    /** All safety claims, in the order in which reports list them. */
    public static List<Claim> safety() {
        return SAFETY;
    }

    /** All claims of the catalogue: on steps, then on whole runs. */
    public static List<Claim> all() {
        return Stream.concat(SAFETY.stream(), LivenessClaims.all().stream()).toList();
    }

    /** The claim with this id, such as {@code drained} or {@code last-ack-resolves without delivery}. */
    public static Optional<Claim> byId(String id) {
        String[] parts = id.split(Claim.WITHOUT, -1);
        List<Assumption> dropped = new ArrayList<>();
        for (String word : Arrays.asList(parts).subList(1, parts.length)) {
            Optional<Assumption> assumption = Assumption.byWord(word);
            if (assumption.isEmpty()) {
                return Optional.empty();
            }
            dropped.add(assumption.get());
        }
        return all().stream()
                .filter(claim -> claim.id().equals(parts[0]))
                .filter(claim -> claim.assumptions()
                        .containsAll(dropped.stream().map(Assumption::title).toList()))
                .findFirst()
                .map(claim -> claim.without(dropped))
                .or(() -> LivenessClaims.lastAckWithin(id));
    }

    private static Claim claim(
            String id, String sentence, String citation, Observation testedBy, Observation brokenBy) {
        return new Claim(
                id,
                sentence,
                citation,
                List.of(),
                model -> new Property.StepInvariant(id, testedBy.bit(), brokenBy.bit()));
    }
}
