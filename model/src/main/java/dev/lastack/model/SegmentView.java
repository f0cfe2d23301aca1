package dev.lastack.model;

/**
 * A segment in flight, decoded.
 *
 * @param control {@link ControlBits}
 * @param length octets of text, 0 or 1
 * @param tsVal own timestamp, with timestamps; else 0
 * @param tsEcr echoed timestamp, with timestamps; else 0
 * @param incarnation ghost: the sender's, or for an RST in reply that of the provoking segment
 * @param age ticks since it was sent
 * @param arrived it has arrived at least once and stays only as a possible duplicate
 */
public record SegmentView(
        int control, int seq, int ack, int length, int tsVal, int tsEcr, int incarnation, int age, boolean arrived) {

    public boolean has(int controlBits) {
        return (control & controlBits) == controlBits;
    }
}
