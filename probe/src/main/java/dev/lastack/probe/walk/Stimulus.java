package dev.lastack.probe.walk;

import dev.lastack.tcp.ControlBits;
import java.util.ArrayList;
import java.util.List;

/**
 * A segment of the peer, relative to what the host expects.
 *
 * @param seq SEG.SEQ minus RCV.NXT of the host
 * @param ack SEG.ACK minus SND.NXT of the host
 * @param newer its timestamp minus the last one; without meaning if timestamps are off
 * @param text octets of text
 */
public record Stimulus(int control, long seq, long ack, int newer, int text) {

    /** With the numbers and the timestamp that the host expects. */
    public static Stimulus of(int control) {
        return new Stimulus(control, 0, 0, 1, 0);
    }

    public Stimulus at(long offset) {
        return new Stimulus(control, offset, ack, newer, text);
    }

    public Stimulus acknowledging(long offset) {
        return new Stimulus(control, seq, offset, newer, text);
    }

    public Stimulus stamped(int offset) {
        return new Stimulus(control, seq, ack, offset, text);
    }

    public Stimulus withText(int octets) {
        return new Stimulus(control, seq, ack, newer, octets);
    }

    /** As a reader would say it: {@code RST at RCV.NXT+1}. */
    @Override
    public String toString() {
        StringBuilder sentence = new StringBuilder(bits()).append(" at RCV.NXT").append(signed(seq));
        if (text > 0) {
            sentence.append(" with ").append(text).append(text == 1 ? " octet" : " octets");
        }
        if (ack != 0) {
            sentence.append(", acknowledging SND.NXT").append(signed(ack));
        }
        if (newer <= 0) {
            sentence.append(newer == 0 ? ", same timestamp" : ", older timestamp");
        }
        return sentence.toString();
    }

    private String bits() {
        List<String> bits = new ArrayList<>();
        addIf(bits, ControlBits.SYN, "SYN");
        addIf(bits, ControlBits.FIN, "FIN");
        addIf(bits, ControlBits.RST, "RST");
        addIf(bits, ControlBits.ACK, "ACK");
        return String.join(",", bits);
    }

    private void addIf(List<String> bits, int bit, String name) {
        if ((control & bit) != 0) {
            bits.add(name);
        }
    }

    private static String signed(long offset) {
        return offset == 0 ? "" : offset > 0 ? "+" + offset : Long.toString(offset);
    }
}
