package dev.lastack.conformance.event;

import dev.lastack.tcp.ControlBits;
import java.util.ArrayList;
import java.util.List;

/**
 * A segment as the model sees one: what its octets say that the rules read, and the incarnation of its sender, which
 * they do not.
 *
 * @param seq modular
 * @param ack modular; 0 without the ACK bit
 * @param length octets of text
 * @param tsVal in ticks; 0 without the option
 * @param incarnation ghost
 */
public record AbstractSegment(int control, long seq, long ack, int length, long tsVal, int incarnation) {

    public boolean has(int controlBits) {
        return (control & controlBits) == controlBits;
    }

    /** The same with no timestamp. */
    public AbstractSegment withoutClock() {
        return new AbstractSegment(control, seq, ack, length, 0, incarnation);
    }

    /** What coverage counts: the control bits, and whether there is text. */
    public String kind() {
        List<String> names = new ArrayList<>();
        if (has(ControlBits.SYN)) {
            names.add("SYN");
        }
        if (has(ControlBits.FIN)) {
            names.add("FIN");
        }
        if (has(ControlBits.RST)) {
            names.add("RST");
        }
        if (has(ControlBits.ACK)) {
            names.add("ACK");
        }
        if (length > 0) {
            names.add("text");
        }
        return String.join(",", names);
    }

    /** As RFC 9293 writes segments. */
    @Override
    public String toString() {
        String timestamp = tsVal == 0 ? "" : "<TSval=" + tsVal + ">";
        return "<SEQ=" + seq + ">" + (has(ControlBits.ACK) ? "<ACK=" + ack + ">" : "") + "<CTL=" + kind() + ">"
                + timestamp + " of incarnation " + incarnation;
    }
}
