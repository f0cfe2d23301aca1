package dev.lastack.counterexamples.story;

import static dev.lastack.tcp.ControlBits.ACK;
import static dev.lastack.tcp.ControlBits.FIN;
import static dev.lastack.tcp.ControlBits.RST;
import static dev.lastack.tcp.ControlBits.SYN;

import dev.lastack.model.view.SegmentView;

/** Segments in words. */
public final class Segments {

    private Segments() {}

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
