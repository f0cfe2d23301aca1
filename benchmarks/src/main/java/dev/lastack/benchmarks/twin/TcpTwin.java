package dev.lastack.benchmarks.twin;

import dev.lastack.checker.Expander;
import dev.lastack.checker.Property;
import dev.lastack.checker.StatePredicate;
import dev.lastack.checker.TransitionSystem;
import java.util.StringJoiner;

/**
 * The twin as a transition system: the same states and the same steps as {@code TcpTwin.tla} and
 * {@code TcpTwin.pml}. Two endpoints end a connection over a network that loses and reorders, and endpoint 0 may
 * open the connection once again with any initial sequence number; the question is whether a segment of the first
 * incarnation is accepted in the second.
 */
public final class TcpTwin implements TransitionSystem {

    /** Observed of a step that accepts an octet or a FIN. */
    public static final long ACCEPTED = 1;

    /** Observed of a step that accepts an octet or a FIN of another incarnation. */
    public static final long ACCEPTED_OLD = 2;

    private final TwinConstants constants;
    private final TwinLayout layout;

    public TcpTwin(TwinConstants constants) {
        this.constants = constants;
        this.layout = new TwinLayout(constants);
    }

    @Override
    public int words() {
        return layout.words();
    }

    @Override
    public int significantBits(int word) {
        return layout.significantBits(word);
    }

    @Override
    public Expander expander() {
        return new TwinExpander(constants, layout);
    }

    /** No state remembers that an old segment was accepted: NoOldData of the TLA+ twin. */
    public Property noOldData() {
        return new Property.Invariant(
                "no-old-data", (states, offset) -> true, (states, offset) -> !bad(states, offset));
    }

    /** No step accepts an old segment: the same claim, read off the steps. */
    public Property noOldAccepted() {
        return new Property.StepInvariant("no-old-accepted", ACCEPTED, ACCEPTED_OLD);
    }

    /** Whether an old segment was accepted on the way to a state. */
    public boolean bad(long[] states, int offset) {
        return layout.endpoint().bad(layout.endpoints(states, offset));
    }

    /** Endpoint {@code e} is in TIME-WAIT. */
    public StatePredicate inTimeWait(int e) {
        return (states, offset) -> state(e, states, offset) >= TwinState.TIME_WAIT;
    }

    /** Endpoint {@code e} is in TIME-WAIT with {@code ticks} left. */
    public StatePredicate timeWaitLeft(int e, int ticks) {
        return (states, offset) -> state(e, states, offset) == TwinState.TIME_WAIT + ticks - 1;
    }

    /** Whether an action is the tick, the one action that the twin's fairness speaks of. */
    public static boolean isTick(int action) {
        return action == TwinLayout.TICK;
    }

    private int state(int e, long[] states, int offset) {
        return layout.endpoint().state(layout.endpoint().get(layout.endpoints(states, offset), e));
    }

    @Override
    public String describeAction(long[] state, int action) {
        if (action >= TwinLayout.LOSE_OR_RECEIVE) {
            int slot = (action - TwinLayout.LOSE_OR_RECEIVE) / 2;
            int segment = layout.network().slot(layout.inFlight(state, 0), slot);
            return (action == layout.lose(slot) ? "lose " : "receive ")
                    + layout.segment().describe(segment);
        }
        if (action == TwinLayout.TICK) {
            return "tick";
        }
        if (action >= TwinLayout.OPEN) {
            return "open with ISS " + (action - TwinLayout.OPEN);
        }
        String call = action < TwinLayout.CLOSE ? "send data" : action < TwinLayout.RETRANSMIT ? "close" : "retransmit";
        return call + " at " + action % 2;
    }

    @Override
    public String describeState(long[] state) {
        long endpoints = layout.endpoints(state, 0);
        StringJoiner text = new StringJoiner("; ");
        for (int e = 0; e < 2; e++) {
            text.add(e + " " + layout.endpoint().describe(layout.endpoint().get(endpoints, e)));
        }
        if (layout.endpoint().bad(endpoints)) {
            text.add("an old segment was accepted");
        }
        layout.network()
                .forEach(
                        layout.inFlight(state, 0),
                        segment -> text.add(layout.segment().describe(segment)));
        return text.toString();
    }

    @Override
    public String toString() {
        return "twin " + constants;
    }
}
