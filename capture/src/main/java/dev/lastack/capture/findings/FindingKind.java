package dev.lastack.capture.findings;

import java.util.Locale;

/** What a capture can show, with the claim of the catalogue that it bears on and the rule behind it. */
public enum FindingKind {
    TIME_WAIT_ASSASSINATED(
            "time-wait-kept", true, "an RST reached TIME-WAIT", "RFC 1337 §2; RFC 9293 §3.10.7.4, second check"),
    SYN_ACCEPTED_IN_TIME_WAIT(
            "time-wait-kept", true, "a SYN of the peer ended TIME-WAIT", "RFC 9293 §3.6.1 (MAY-2); RFC 6191 §2"),
    PORT_REUSED_IN_TIME_WAIT(
            "time-wait-kept", true, "the end in TIME-WAIT opened the next connection", "RFC 9293 §3.6.1 (MUST-13)"),
    TIME_WAIT_TOO_SHORT(
            "drained",
            true,
            "the peer's FIN came again when TIME-WAIT was over",
            "RFC 9293 §3.6.1 (MUST-13), §3.10.7.1"),
    FIN_WAIT_2_EXPIRED(
            "last-ack-clean",
            true,
            "FIN-WAIT-2 had ended when the peer's FIN came",
            "RFC 9293 §3.10.7.1; RFC 1122 §4.2.2.13"),
    RST_IN_LAST_ACK(
            "last-ack-clean", true, "LAST-ACK was answered by RST", "RFC 9293 §3.10.7.4, second and fifth check"),
    RST_AFTER_BOTH_FINS("graceful", true, "both ends had sent FIN, and one sent RST", "RFC 9293 §3.6"),
    OLD_FIN_ACCEPTED("no-old-fin", true, "a FIN of the incarnation before came again", "RFC 9293 §3.4.3; RFC 1337 §1"),
    OLD_DATA_ACCEPTED("no-old-data", true, "text of the incarnation before came again", "RFC 1337 §2, hazard H1"),
    OLD_ACK_ACCEPTED("no-old-ack", true, "an ACK of the incarnation before came again", "RFC 1337 §2, hazard H2"),
    OLD_RST_ACCEPTED("no-old-rst", true, "an RST of the incarnation before came again", "RFC 1337 §2, hazard H3"),
    OLD_SEGMENT_REJECTED(
            "no-old-data",
            false,
            "a segment of the incarnation before came again and is not acceptable",
            "RFC 9293 §3.4.3, §3.10.7.4, first check; RFC 7323 §5.3"),
    FIN_UNACKNOWLEDGED_IN_LAST_ACK(
            "last-ack-resolves", true, "a FIN was never acknowledged", "RFC 9293 §3.10.7.4, fifth check"),
    FIN_UNACKNOWLEDGED("fin-wait-1-resolves", true, "a FIN was never acknowledged", "RFC 9293 §3.6, §3.10.7.4"),
    FIN_UNACKNOWLEDGED_IN_CLOSING(
            "closing-resolves", true, "a FIN was never acknowledged", "RFC 9293 §3.10.7.4, fifth check"),
    CLOSE_WAIT_LASTS(
            "fin-wait-2-resolves", true, "a CLOSE-WAIT was not left", "RFC 9293 §3.6, case 2; RFC 1122 §4.2.2.13"),
    ACK_LOOP("quiet", true, "pure ACKs answered each other", "RFC 9293 §3.10.7.4, first check; RFC 5961 §7"),
    DATA_AFTER_FIN("rfc-edges", true, "an end sent text behind its FIN, or moved its FIN", "RFC 9293 §3.10.4, §3.6"),
    RST_REFUTED(
            "rst-injected",
            true,
            "an end went on after an RST in its name, so that somebody else may have sent it",
            "RFC 5961 §1; RFC 9293 §3.10.5"),
    RST_INEXACT(
            "rst-accepted",
            false,
            "an RST did not have the number RCV.NXT",
            "RFC 793 §3.4; RFC 5961 §3; RFC 9293 §3.10.7.4, second check"),
    RST_WITHOUT_EFFECT("rst-accepted", false, "the receiver of an RST went on", "RFC 5961 §3; RFC 9293 §3.10.7.4"),
    CHALLENGE_ACK("challenge-ack", false, "a segment was answered by a challenge ACK", "RFC 5961 §3, §4, §5"),
    HALF_OPEN_RESET(
            "half-open-heals", false, "an end without the connection answered by RST", "RFC 9293 §3.5.1, §3.10.7.1"),
    RESET_AFTER_FIN(
            "no-truncation",
            false,
            "text that came after the own FIN was answered by RST",
            "RFC 1122 §4.2.2.13; RFC 9293 §3.6.1 (MAY-1, SHLD-3)"),
    ABORTED("aborted", false, "an end aborted the connection", "RFC 9293 §3.10.5"),
    REFUSED("refused", false, "the connection was refused", "RFC 9293 §3.10.7.1"),
    HALF_CLOSED("half-closed", false, "the connection was half-closed", "RFC 9293 §3.6, cases 1 and 2"),
    SIMULTANEOUS_CLOSE("simultaneous-close", false, "both ends closed at once", "RFC 9293 §3.6, case 3, figure 13"),
    FIN_REPEATED("fin-repeated", false, "a FIN was sent again", "RFC 9293 §3.8.1, §3.6.1");

    private final String claim;
    private final boolean violation;
    private final String words;
    private final String citation;

    FindingKind(String claim, boolean violation, String words, String citation) {
        this.claim = claim;
        this.violation = violation;
        this.words = words;
        this.citation = citation;
    }

    /** Its name in reports, as {@code time-wait-assassinated}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The claim that it breaks or bears on: one of {@code lastack claims}, or a name that only captures have. */
    public String claim() {
        return claim;
    }

    /** Whether it breaks the claim; else it is an observation. */
    public boolean violation() {
        return violation;
    }

    /** Whether it is found because something was not recorded. */
    public boolean restsOnSilence() {
        return switch (this) {
            case FIN_UNACKNOWLEDGED, FIN_UNACKNOWLEDGED_IN_LAST_ACK, FIN_UNACKNOWLEDGED_IN_CLOSING, CLOSE_WAIT_LASTS ->
                true;
            default -> false;
        };
    }

    public String words() {
        return words;
    }

    public String citation() {
        return citation;
    }
}
