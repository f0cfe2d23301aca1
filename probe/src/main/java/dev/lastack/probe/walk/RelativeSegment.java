package dev.lastack.probe.walk;

/**
 * A segment of the host with numbers relative to the first ones of the incarnation.
 *
 * @param bits such as {@code FIN,ACK}; of an RST {@code RST} alone, since what it acknowledges is left out
 * @param text octets
 */
public record RelativeSegment(String bits, int seq, int ack, int text) {

    /** An RST whose number the receiver takes from what it acknowledges. */
    static final RelativeSegment RST_WITHOUT_NUMBER = new RelativeSegment("RST", 0, 0, 0);

    boolean isReset() {
        return bits.equals("RST");
    }

    /** The number after it. */
    int end() {
        return seq + text + (bits.contains("SYN") ? 1 : 0) + (bits.contains("FIN") ? 1 : 0);
    }

    /** It without numbers. */
    String kind() {
        return bits + (text > 0 ? " with text" : "");
    }

    @Override
    public String toString() {
        if (isReset()) {
            return seq == 0 ? bits : bits + " seq=" + seq;
        }
        return bits + " seq=" + seq + " ack=" + ack + (text > 0 ? " with text" : "");
    }
}
