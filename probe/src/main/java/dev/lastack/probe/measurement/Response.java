package dev.lastack.probe.measurement;

import dev.lastack.endpoint.wire.Segment;
import dev.lastack.tcp.TcpState;

/**
 * What stimuli caused.
 *
 * @param reply control bits of the first segment that the host sent, such as {@code ACK}, or {@code nothing}
 * @param state of the host afterwards
 * @param restarted whether the 2MSL timer started again
 * @param accepted SEG.ACK of the last reply minus RCV.NXT before the stimuli; 0 if there is none
 * @param stamped whether the first reply carries timestamps
 */
public record Response(String reply, TcpState state, boolean restarted, long accepted, boolean stamped) {

    public static final String NOTHING = "nothing";

    /** The control bits that distinguish replies. */
    static String name(Segment segment) {
        if (segment.rst()) {
            return "RST";
        }
        return (segment.syn() ? "SYN," : "") + (segment.fin() ? "FIN," : "") + (segment.hasAck() ? "ACK" : "");
    }
}
