package dev.lastack.conformance.packetdrill.network;

import java.util.OptionalInt;

/**
 * What stacks cannot do. A script that needs it is unsupported, not failed.
 *
 * @param selectiveAcks whether they offer and send SACK (RFC 2018)
 * @param congestionNotification whether they take part in ECN (RFC 3168)
 * @param windowScale the shift that they always announce (RFC 7323 §2.2); empty if it is their own choice
 * @param receiveBuffers whether SO_RCVBUF changes the window that they offer
 */
public record StackLimits(
        boolean selectiveAcks, boolean congestionNotification, OptionalInt windowScale, boolean receiveBuffers) {

    /** Whatever a script expects is a fair question. */
    public static StackLimits none() {
        return new StackLimits(true, true, OptionalInt.empty(), true);
    }

    /** lastack's own endpoint. */
    static StackLimits endpoint() {
        return new StackLimits(false, false, OptionalInt.of(0), false);
    }
}
