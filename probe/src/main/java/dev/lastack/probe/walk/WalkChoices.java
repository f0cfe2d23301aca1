package dev.lastack.probe.walk;

import static dev.lastack.tcp.ControlBits.ACK;
import static dev.lastack.tcp.ControlBits.FIN;
import static dev.lastack.tcp.ControlBits.RST;
import static dev.lastack.tcp.ControlBits.SYN;

/** The values among which a walk chooses: for each check of RFC 9293 §3.10.7.4 one on either side. */
final class WalkChoices {

    static final int[] CONTROLS = {ACK, ACK, ACK, FIN | ACK, FIN | ACK, RST, RST | ACK, SYN, SYN | ACK};

    /** SEG.SEQ minus RCV.NXT: as expected, next to it, inside the window, outside. */
    static final long[] SEQUENCES = {0, 0, -1, 1, -1_000, 1_000, 1 << 20};

    /** SEG.ACK minus SND.NXT: as expected, one less, what was not sent, what is older than any window. */
    static final long[] ACKNOWLEDGMENTS = {0, 0, 0, -1, 1_000, -(1L << 28)};

    /** Timestamp minus the last one. */
    static final int[] STAMPS = {1, 1, 0, -1_000};

    private WalkChoices() {}
}
