package dev.lastack.model.state;

import dev.lastack.tcp.ControlBits;

/**
 * The segments that the model's endpoints send. SYN and FIN travel without text, and text comes one octet at a time, so
 * that no segment is ever partly acceptable.
 */
public enum SegmentKind {
    SYN(ControlBits.SYN, 0),
    SYN_ACK(ControlBits.SYN | ControlBits.ACK, 0),
    ACK(ControlBits.ACK, 0),
    TEXT(ControlBits.ACK, 1),
    FIN(ControlBits.FIN | ControlBits.ACK, 0),
    RST(ControlBits.RST, 0),
    RST_ACK(ControlBits.RST | ControlBits.ACK, 0);

    private static final SegmentKind[] KINDS = values();

    private final int control;
    private final int textLength;
    private final int length;

    SegmentKind(int control, int textLength) {
        this.control = control;
        this.textLength = textLength;
        this.length = textLength + ((control & (ControlBits.SYN | ControlBits.FIN)) == 0 ? 0 : 1);
    }

    /** The kind that {@link #code()} numbers, from 1 on; 0 is left for "no segment". */
    static SegmentKind of(int code) {
        return KINDS[code - 1];
    }

    @SuppressWarnings("EnumOrdinal") // The packed form of the kind.
    int code() {
        return ordinal() + 1;
    }

    public int control() {
        return control;
    }

    public boolean has(int controlBits) {
        return (control & controlBits) == controlBits;
    }

    /** Octets of text. */
    public int textLength() {
        return textLength;
    }

    /** SEG.LEN: text, SYN and FIN, RFC 9293 §3.4. */
    public int length() {
        return length;
    }
}
