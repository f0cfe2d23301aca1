package dev.lastack.capture.findings;

import dev.lastack.capture.connection.End;
import dev.lastack.capture.connection.SegmentEffect;
import dev.lastack.capture.connection.TcpStateSet;

/** Which receivers must accept an RST, judged by the highest ACK that the receiver sent before. */
final class ResetAcceptance {

    private ResetAcceptance() {}

    /** A sentence with a space before it; empty while the receiver has not acknowledged anything. */
    static String of(SegmentEffect step, End receiver) {
        if (!step.receiverAcked()) {
            return "";
        }
        int distance = step.segment().seq - step.receiversAck();
        long window = Math.max(1, receiver.widest());
        String timeWait =
                (step.receiversStates() & TcpStateSet.TIME_WAIT) != 0 ? "; in TIME-WAIT RFC 1337 ignores it (F1)" : "";
        if (distance == 0) {
            return " It has the number that the peer expects: RFC 793 §3.4 and RFC 5961 §3 both accept it" + timeWait
                    + ".";
        }
        if (distance > 0 && distance < window) {
            // The receiver may have got, and not acknowledged so far, what lies before this number.
            return " Its number is " + distance + " beyond the last ACK and in the window: RFC 793 §3.4 accepts it,"
                    + " RFC 5961 §3 answers by a challenge ACK unless RCV.NXT had moved there" + timeWait + ".";
        }
        return " Its number is outside the window: RFC 793 §3.4 and RFC 5961 §3 both drop it.";
    }
}
