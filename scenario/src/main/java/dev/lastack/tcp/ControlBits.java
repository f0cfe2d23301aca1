package dev.lastack.tcp;

/** The control bits of a segment that matter here, at their places in the header, RFC 9293 §3.1. */
public final class ControlBits {

    public static final int FIN = 0x01;
    public static final int SYN = 0x02;
    public static final int RST = 0x04;
    public static final int PSH = 0x08;
    public static final int ACK = 0x10;

    private ControlBits() {}
}
