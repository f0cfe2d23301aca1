package dev.lastack.capture.conformance;

import dev.lastack.capture.packet.RecordedSegment;
import dev.lastack.endpoint.wire.FourTuple;
import dev.lastack.endpoint.wire.Segment.Timestamps;
import dev.lastack.endpoint.wire.TcpHeader;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A recorded segment of one connection. Text and FIN in one segment are two of these, since sizes are not compared.
 *
 * @param packet its number in the capture
 * @param micros since the first segment of the connection
 * @param ofFirst whether the end sent it that sent first
 * @param shift of the window scale option, or {@link RecordedSegment#NO_SHIFT}
 */
record Recorded(
        long packet,
        long micros,
        boolean ofFirst,
        long seq,
        long ack,
        int flags,
        int window,
        int shift,
        Optional<Timestamps> timestamps,
        int text) {

    private static final long UNSIGNED = 0xFFFF_FFFFL;
    private static final int CONTROLS =
            RecordedSegment.SYN | RecordedSegment.FIN | RecordedSegment.RST | RecordedSegment.ACK;
    private static final int MSS = 65_495;

    static Recorded of(RecordedSegment segment, long start, boolean ofFirst) {
        return new Recorded(
                segment.number,
                (segment.time - start) / 1_000,
                ofFirst,
                segment.seq & UNSIGNED,
                segment.acks() ? segment.ack & UNSIGNED : 0,
                segment.flags & CONTROLS,
                segment.window,
                segment.shift,
                segment.stamped
                        ? Optional.of(new Timestamps(segment.stamp & UNSIGNED, segment.echo & UNSIGNED))
                        : Optional.empty(),
                segment.text);
    }

    boolean has(int flag) {
        return (flags & flag) != 0;
    }

    boolean pureAck() {
        return flags == RecordedSegment.ACK && text == 0;
    }

    /** The number behind the last that it takes. */
    long end() {
        return (seq + text + (has(RecordedSegment.SYN) ? 1 : 0) + (has(RecordedSegment.FIN) ? 1 : 0)) & UNSIGNED;
    }

    Recorded withoutFin() {
        return new Recorded(
                packet, micros, ofFirst, seq, ack, flags & ~RecordedSegment.FIN, window, shift, timestamps, text);
    }

    Recorded finAlone() {
        long at = (seq + text) & UNSIGNED;
        return new Recorded(packet, micros, ofFirst, at, ack, flags, window, shift, timestamps, 0);
    }

    /** The segment as it arrives; {@code tuple} is that of its receiver. */
    byte[] octets(FourTuple tuple) {
        boolean syn = has(RecordedSegment.SYN);
        return TcpHeader.emit(
                new dev.lastack.endpoint.wire.Segment(
                        seq,
                        ack,
                        flags,
                        window,
                        syn ? OptionalInt.of(MSS) : OptionalInt.empty(),
                        syn && shift != RecordedSegment.NO_SHIFT ? OptionalInt.of(shift) : OptionalInt.empty(),
                        timestamps,
                        new byte[text]),
                tuple.reversed());
    }

    /**
     * Whether an endpoint sent this. An RST of a user's ABORT has the ACK bit in some stacks and not in others, and its
     * timestamps are optional (RFC 7323 §3.2): neither is compared.
     */
    boolean is(dev.lastack.endpoint.wire.Segment sent) {
        boolean rst = has(RecordedSegment.RST);
        int compared = rst ? CONTROLS & ~RecordedSegment.ACK : CONTROLS;
        boolean sameAck = !has(RecordedSegment.ACK) || !sent.hasAck() || ack == sent.ack();
        return (flags & compared) == (sent.control() & compared)
                && seq == sent.seq()
                && sameAck
                && text == sent.payload().length
                && (rst || timestamps.isPresent() == sent.timestamps().isPresent());
    }

    @Override
    public String toString() {
        StringBuilder words = new StringBuilder();
        for (String name : new String[] {"SYN", "FIN", "RST", "ACK"}) {
            int flag = switch (name) {
                case "SYN" -> RecordedSegment.SYN;
                case "FIN" -> RecordedSegment.FIN;
                case "RST" -> RecordedSegment.RST;
                default -> RecordedSegment.ACK;
            };
            words.append(has(flag) ? (words.isEmpty() ? "" : ",") + name : "");
        }
        return words + " seq=" + seq + (has(RecordedSegment.ACK) ? " ack=" + ack : "")
                + (text > 0 ? " (" + text + ")" : "");
    }
}
