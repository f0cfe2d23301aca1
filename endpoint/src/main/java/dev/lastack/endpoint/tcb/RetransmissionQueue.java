package dev.lastack.endpoint.tcb;

import dev.lastack.endpoint.wire.SequenceNumbers;
import dev.lastack.tcp.ControlBits;
import java.util.ArrayDeque;
import java.util.OptionalLong;

/** Segments sent and not acknowledged, oldest first, RFC 9293 §3.10.8. */
public final class RetransmissionQueue {

    /** A segment as it was sent, with the instant of its first transmission. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Sent(long seq, int control, byte[] payload, long at, boolean again) {

        private int length() {
            return payload.length
                    + ((control & ControlBits.SYN) != 0 ? 1 : 0)
                    + ((control & ControlBits.FIN) != 0 ? 1 : 0);
        }
    }

    private final SequenceNumbers numbers;
    private final ArrayDeque<Sent> queue = new ArrayDeque<>();

    public RetransmissionQueue(SequenceNumbers numbers) {
        this.numbers = numbers;
    }

    public boolean isEmpty() {
        return queue.isEmpty();
    }

    public void add(Sent sent) {
        queue.addLast(sent);
    }

    /** The oldest segment, marked as sent again. */
    public Sent again() {
        Sent oldest = queue.removeFirst();
        Sent marked = new Sent(oldest.seq(), oldest.control(), oldest.payload(), oldest.at(), true);
        queue.addFirst(marked);
        return marked;
    }

    /** When the oldest segment was first sent; the queue is not empty. */
    public long oldestSentAt() {
        return queue.getFirst().at();
    }

    public void clear() {
        queue.clear();
    }

    /**
     * Removes what {@code sndUna} acknowledges and returns when the newest of it was sent, for a round-trip sample;
     * empty where Karn's rule forbids one (RFC 6298 §3).
     */
    public OptionalLong acknowledge(long sndUna) {
        OptionalLong sample = OptionalLong.empty();
        while (!queue.isEmpty()) {
            Sent oldest = queue.getFirst();
            long covered = numbers.distance(oldest.seq(), sndUna);
            // No more than half of the space is outstanding: what lies as far behind SND.UNA was sent before it.
            if (covered == 0 || !numbers.lessOrEqual(oldest.seq(), sndUna)) {
                break;
            }
            queue.removeFirst();
            if (covered < oldest.length()) {
                queue.addFirst(rest(oldest, (int) covered));
                break;
            }
            sample = oldest.again() ? OptionalLong.empty() : OptionalLong.of(oldest.at());
        }
        return sample;
    }

    private Sent rest(Sent sent, int covered) {
        boolean syn = (sent.control() & ControlBits.SYN) != 0;
        byte[] payload = sent.payload();
        int text = Math.min(payload.length, covered - (syn ? 1 : 0));
        byte[] remaining = new byte[payload.length - text];
        System.arraycopy(payload, text, remaining, 0, remaining.length);
        return new Sent(
                numbers.plus(sent.seq(), covered),
                sent.control() & ~ControlBits.SYN,
                remaining,
                sent.at(),
                sent.again());
    }
}
