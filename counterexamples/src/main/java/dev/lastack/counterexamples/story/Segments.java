package dev.lastack.counterexamples.story;

import static dev.lastack.model.ControlBits.ACK;
import static dev.lastack.model.ControlBits.FIN;
import static dev.lastack.model.ControlBits.PSH;
import static dev.lastack.model.ControlBits.RST;
import static dev.lastack.model.ControlBits.SYN;

import dev.lastack.model.SegmentView;
import java.util.ArrayList;
import java.util.List;

/** Segments in words. */
public final class Segments {

    private Segments() {}

    /** The control bits as RFC 9293 writes them, for example "FIN,ACK". */
    public static String flags(SegmentView segment) {
        List<String> names = new ArrayList<>();
        name(segment, SYN, "SYN", names);
        name(segment, FIN, "FIN", names);
        name(segment, RST, "RST", names);
        name(segment, PSH, "PSH", names);
        name(segment, ACK, "ACK", names);
        return names.isEmpty() ? "no flags" : String.join(",", names);
    }

    private static void name(SegmentView segment, int bit, String name, List<String> names) {
        if (segment.has(bit)) {
            names.add(name);
        }
    }

    /** Flags and numbers, for example "FIN,ACK seq=1 ack=0", with "len=1" for text and "ts=3/2" for timestamps. */
    public static String header(SegmentView segment) {
        StringBuilder text = new StringBuilder(flags(segment)).append(" seq=").append(segment.seq());
        if (segment.has(ACK)) {
            text.append(" ack=").append(segment.ack());
        }
        if (segment.length() > 0) {
            text.append(" len=").append(segment.length());
        }
        if (segment.tsVal() != 0 || segment.tsEcr() != 0) {
            text.append(" ts=").append(segment.tsVal()).append('/').append(segment.tsEcr());
        }
        return text.toString();
    }

    /** What a person calls it in a sentence: "a SYN", "a FIN", "an octet of text", "an RST", "an ACK". */
    public static String noun(SegmentView segment) {
        if (segment.has(RST)) {
            return "an RST";
        }
        if (segment.has(SYN)) {
            return segment.has(ACK) ? "a SYN,ACK" : "a SYN";
        }
        if (segment.has(FIN)) {
            return "a FIN";
        }
        return segment.length() > 0 ? "an octet of text" : "an ACK";
    }
}
