package dev.lastack.capture.findings;

import dev.lastack.capture.connection.Address;
import java.util.List;

/**
 * One finding.
 *
 * @param a the end that opened the connection
 * @param incarnation counted from 1 for each pair of addresses
 * @param packet the number of the packet that completes it, from 1
 * @param time of that packet, nanoseconds since 1970
 * @param sentence what happened, with the ends and times of this connection
 * @param segments those before it, itself, and some that follow
 */
public record Finding(
        FindingKind situation,
        Certainty certainty,
        Address a,
        Address b,
        int incarnation,
        long packet,
        long time,
        String sentence,
        List<Shown> segments) {

    public Finding {
        segments = List.copyOf(segments);
    }

    /** The same in a capture that lacks packets: what rests on silence is possible only. */
    public Finding withPacketsMissing() {
        return situation.restsOnSilence()
                ? new Finding(situation, Certainty.POSSIBLE, a, b, incarnation, packet, time, sentence, segments)
                : this;
    }

    /** A claim is broken for certain. */
    public boolean provenViolation() {
        return situation.violation() && certainty == Certainty.PROVEN;
    }
}
