package dev.lastack.model.rules;

import dev.lastack.model.state.Segment;
import dev.lastack.model.state.StateLayout;
import dev.lastack.model.state.Tcb;
import dev.lastack.model.state.TcpStates;
import dev.lastack.tcp.ControlBits;

/**
 * Text and FIN that arrived before what lies between them and RCV.NXT, RFC 9293 §3.10.7.4 (SHLD-31). Of each number the
 * first arrival is kept.
 */
public final class Reassembly {

    private static final int NOTHING = 0;

    private final Step step;

    public Reassembly(Step step) {
        this.step = step;
    }

    /** Keeps the text or FIN of {@code segment}, which begins beyond RCV.NXT within the window. */
    public void hold(Tcb tcb, Segment segment) {
        // A variant that leaves out the first or the seventh check brings what there is no place for.
        if (!TcpStates.takesText(tcb.state()) || !step.space().within(segment.seq(), tcb.rcvNxt(), tcb.rcvWnd())) {
            return;
        }
        StateLayout.Field place = tcb.fields().held[step.space().distance(tcb.rcvNxt(), segment.seq()) - 1];
        if (tcb.get(place) == NOTHING) {
            int fin = segment.has(ControlBits.FIN) ? 1 : 0;
            tcb.set(place, 1 + fin + 2 * segment.incarnation());
        }
    }

    /** Moves what is held by one number, RCV.NXT having moved, and returns what is then next: see {@link #isFin}. */
    public int next(Tcb tcb) {
        StateLayout.Field[] held = tcb.fields().held;
        if (held.length == 0 || !TcpStates.takesText(tcb.state())) {
            return NOTHING;
        }
        int next = tcb.get(held[0]);
        for (int i = 0; i + 1 < held.length; i++) {
            tcb.set(held[i], tcb.get(held[i + 1]));
        }
        tcb.set(held[held.length - 1], NOTHING);
        return next;
    }

    static boolean isNothing(int held) {
        return held == NOTHING;
    }

    static boolean isFin(int held) {
        return (held - 1) % 2 == 1;
    }

    static int incarnation(int held) {
        return (held - 1) / 2;
    }
}
