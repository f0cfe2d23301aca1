package example;

import dev.lastack.model.decisions.Decisions;
import dev.lastack.model.state.OwnField;
import dev.lastack.model.state.OwnFields;
import dev.lastack.model.state.Tcb;

/**
 * TIME-WAIT lasts 3.5 times the retransmission timeout that the host has measured, instead of 2 MSL, as in Linux with
 * {@code tcp_tw_recycle}.
 */
public final class AdaptiveTimeWait extends Decisions {

    /** A longer round-trip time, in ticks, counts as this. */
    private static final int LONGEST = 3;

    /** Ticks that the last measured round trip took, plus one; 0 before the first. */
    private final OwnField measured;
    /** Something was sent twice: nobody knows which copy the next ACK answers, RFC 6298 §3 (Karn). */
    private final OwnField ambiguous;

    public AdaptiveTimeWait(OwnFields fields) {
        measured = fields.perConnection("round trip+1", LONGEST + 1);
        ambiguous = fields.perConnection("ambiguous", 1);
    }

    @Override
    public void retransmitted(Tcb tcb) {
        ambiguous.set(tcb, 1);
    }

    @Override
    public void acknowledged(Tcb tcb, int ticks) {
        if (ambiguous.get(tcb) == 0) {
            measured.set(tcb, Math.min(ticks, LONGEST) + 1);
        }
        ambiguous.set(tcb, 0);
    }

    @Override
    public int timeWaitTicks(Tcb tcb) {
        int longest = super.timeWaitTicks(tcb);
        if (measured.get(tcb) == 0) {
            return longest;
        }
        int roundTrip = measured.get(tcb) - 1;
        // RFC 6298 §2.2, for the first measurement R: RTO = R + max(G, 4·R/2), and the clock's granularity G is a tick.
        int rto = roundTrip + Math.max(1, 2 * roundTrip);
        return Math.min((7 * rto + 1) / 2, longest);
    }
}
