package dev.lastack.model.view;

import dev.lastack.tcp.ControlBits;
import java.util.StringJoiner;

/**
 * A segment in flight, decoded.
 *
 * @param control {@link ControlBits}
 * @param length octets of text, 0 or 1
 * @param tsVal own timestamp, with timestamps: 0 is the sender's clock now, a negative number what it showed then; else 0
 * @param tsEcr echoed timestamp: no rule reads it, so it is not kept, and 0
 * @param incarnation ghost: the sender's, or for an RST in reply that of the provoking segment
 * @param age ticks since it was sent
 * @param arrived it has arrived at least once and stays only as a possible duplicate
 */
public record SegmentView(
        int control, int seq, int ack, int length, int tsVal, int tsEcr, int incarnation, int age, boolean arrived) {

    public boolean has(int controlBits) {
        return (control & controlBits) == controlBits;
    }

    /** The control bits as RFC 9293 writes them, for example "FIN,ACK". */
    public String flags() {
        StringJoiner names = new StringJoiner(",");
        names.setEmptyValue("no flags");
        name(ControlBits.SYN, "SYN", names);
        name(ControlBits.FIN, "FIN", names);
        name(ControlBits.RST, "RST", names);
        name(ControlBits.PSH, "PSH", names);
        name(ControlBits.ACK, "ACK", names);
        return names.toString();
    }

    private void name(int bit, String name, StringJoiner names) {
        if (has(bit)) {
            names.add(name);
        }
    }

    /** Flags and numbers, for example "FIN,ACK seq=1 ack=0", with "len=1" for text. */
    public String header() {
        return flags() + " seq=" + seq + (has(ControlBits.ACK) ? " ack=" + ack : "")
                + (length > 0 ? " len=" + length : "");
    }

    /** For example "FIN,ACK seq=1 ack=0 [2] age 1": of incarnation 2, sent a tick ago. */
    @Override
    public String toString() {
        return header() + " [" + incarnation + "] age " + age + (arrived ? ", arrived" : "");
    }
}
