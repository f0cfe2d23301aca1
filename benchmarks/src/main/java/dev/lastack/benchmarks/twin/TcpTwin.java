package dev.lastack.benchmarks.twin;

import dev.lastack.checker.Expander;
import dev.lastack.checker.Property;
import dev.lastack.checker.TransitionSystem;
import dev.lastack.checker.liveness.property.ActionFairness;
import dev.lastack.checker.liveness.property.Fairness;
import dev.lastack.checker.liveness.property.LivenessProperty;
import java.util.List;
import java.util.Set;
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

    private static final String TICK = "tick";

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

    /** TwMoves of the TLA+ twin: a full TIME-WAIT timer of endpoint 0 moves. Holds under a fair tick. */
    public LivenessProperty timeWaitMoves() {
        int full = TwinState.TIME_WAIT + constants.timeWait() - 1;
        return LivenessProperty.leadsTo(
                        "time-wait-moves",
                        (states, offset) -> state(states, offset) == full,
                        (states, offset) -> state(states, offset) != full)
                .under(Set.of(TICK));
    }

    /** TimeWaitEnds of the TLA+ twin. Fails even under a fair tick: FINs that arrive again restart the timer for ever. */
    public LivenessProperty timeWaitEnds() {
        return LivenessProperty.leadsTo(
                        "time-wait-ends",
                        (states, offset) -> state(states, offset) >= TwinState.TIME_WAIT,
                        (states, offset) -> state(states, offset) < TwinState.TIME_WAIT)
                .under(Set.of(TICK));
    }

    /** WF(Tick) of the TLA+ twin: a tick that can be taken for ever is taken again and again. */
    public static Fairness fairTick() {
        return new ActionFairness(List.of(
                new ActionFairness.ActionSet(TICK, Fairness.Strength.WEAK, action -> action == TwinLayout.TICK)));
    }

    /** The state of endpoint 0. */
    private int state(long[] states, int offset) {
        return layout.endpoint().state(layout.endpoint().get(layout.endpoints(states, offset), 0));
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
            return TICK;
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
