package dev.lastack.properties.conformance;

import dev.lastack.model.ControlBits;
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
record AbstractSegment(int control, long seq, long ack, int length, long tsVal, int incarnation) {

    boolean has(int controlBits) {
        return (control & controlBits) == controlBits;
    }

    /** The same with no timestamp. */
    AbstractSegment withoutClock() {
        return new AbstractSegment(control, seq, ack, length, 0, incarnation);
    }

    /** What coverage counts: the control bits, and whether there is text. */
    String kind() {
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
