package dev.lastack.capture.findings;

import dev.lastack.capture.connection.Incarnation;
import dev.lastack.capture.connection.LoggedSegment;
import dev.lastack.capture.connection.Side;
import dev.lastack.capture.connection.TcpStateSet;

/**
 * A segment in the excerpt of a finding.
 *
 * @param from the sender, as the finding names the ends
 * @param seq relative to the sender's initial sequence number, where that is known and not far away
 * @param ack relative to the receiver's
 * @param statesOfA what the finding's A can be in afterwards, as {@link TcpStateSet} has it
 */
public record Shown(
        LoggedSegment segment, Side from, int incarnation, long seq, long ack, int statesOfA, int statesOfB) {

    private static final long UNSIGNED = 0xFFFF_FFFFL;
    private static final int FAR = 1 << 30;

    /** A segment of {@code shown}, named as {@code named} names the ends. */
    static Shown of(Incarnation named, Incarnation shown, LoggedSegment segment) {
        Side from = segment.from();
        boolean same = named.sideOf(shown, Side.A) == Side.A;
        return new Shown(
                segment,
                named.sideOf(shown, from),
                shown.number(),
                relative(segment.seq(), shown, from),
                relative(segment.ack(), shown, from.peer()),
                same ? segment.statesOfA() : segment.statesOfB(),
                same ? segment.statesOfB() : segment.statesOfA());
    }

    private static long relative(int number, Incarnation incarnation, Side side) {
        int distance = number - incarnation.end(side).iss();
        boolean near = distance > -FAR && distance < FAR;
        return incarnation.end(side).synSent() && near ? distance : number & UNSIGNED;
    }
}
