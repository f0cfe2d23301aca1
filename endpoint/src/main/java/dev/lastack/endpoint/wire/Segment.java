package dev.lastack.endpoint.wire;

import dev.lastack.tcp.ControlBits;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A segment, read from or to be written to its octets, RFC 9293 §3.1.
 *
 * @param seq SEG.SEQ, 0 to 2^32-1
 * @param ack SEG.ACK, meaningful with the ACK bit only
 * @param control the octet of {@link ControlBits}
 * @param window SEG.WND as sent, 0 to 65535: not yet scaled
 * @param mss the option of that name
 * @param windowScale the shift count of RFC 7323, in SYN segments only
 * @param timestamps the option of RFC 7323
 */
@SuppressWarnings("ArrayRecordComponent")
public record Segment(
        long seq,
        long ack,
        int control,
        int window,
        OptionalInt mss,
        OptionalInt windowScale,
        Optional<Timestamps> timestamps,
        byte[] payload) {

    /** A segment that does not offer to scale windows. */
    public Segment(
            long seq,
            long ack,
            int control,
            int window,
            OptionalInt mss,
            Optional<Timestamps> timestamps,
            byte[] payload) {
        this(seq, ack, control, window, mss, OptionalInt.empty(), timestamps, payload);
    }

    /** TSval and TSecr, each 0 to 2^32-1. */
    public record Timestamps(long value, long echo) {}

    public boolean syn() {
        return (control & ControlBits.SYN) != 0;
    }

    public boolean fin() {
        return (control & ControlBits.FIN) != 0;
    }

    public boolean rst() {
        return (control & ControlBits.RST) != 0;
    }

    public boolean hasAck() {
        return (control & ControlBits.ACK) != 0;
    }

    /** SEG.LEN: text, SYN and FIN each take numbers. */
    public int length() {
        return payload.length + (syn() ? 1 : 0) + (fin() ? 1 : 0);
    }
}
