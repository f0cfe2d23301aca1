package dev.lastack.capture.connection;

import dev.lastack.capture.packet.RecordedSegment;

/**
 * A segment as reports show it.
 *
 * @param number of the packet in the capture, from 1
 * @param time nanoseconds since 1970
 * @param text octets of text
 * @param window the field of the header, not scaled
 * @param statesOfA what A can be in afterwards, as {@link TcpStateSet} has it
 */
public record LoggedSegment(
        long number,
        long time,
        Side from,
        int seq,
        int ack,
        int flags,
        int text,
        int window,
        int statesOfA,
        int statesOfB) {

    public boolean has(int flag) {
        return (flags & flag) != 0;
    }

    /** Its control bits as the RFC writes them; {@code text} for a segment with none. */
    public String controls() {
        StringBuilder names = new StringBuilder();
        append(names, RecordedSegment.SYN, "SYN");
        append(names, RecordedSegment.FIN, "FIN");
        append(names, RecordedSegment.RST, "RST");
        append(names, RecordedSegment.ACK, "ACK");
        return names.isEmpty() ? "none" : names.toString();
    }

    private void append(StringBuilder names, int flag, String name) {
        if (has(flag)) {
            names.append(names.isEmpty() ? "" : ",").append(name);
        }
    }
}
