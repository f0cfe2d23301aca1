package dev.lastack.checker.liveness;

import dev.lastack.checker.liveness.graph.FairnessView;
import dev.lastack.checker.liveness.ltl.Automaton;
import java.util.BitSet;

/** Adds up what a set of edges does for the fairness conditions and the acceptance sets. */
final class Tally {

    private final FairnessView fairness;
    private final long allAccepted;
    private final int[] stamps;
    private final BitSet accepted = new BitSet();
    private final BitSet requested = new BitSet();
    private final BitSet served = new BitSet();
    private int stamp;
    private int edges;
    private long accepts;

    Tally(FairnessView fairness, Automaton automaton) {
        this.fairness = fairness;
        this.allAccepted = automaton.allAccepted();
        this.stamps = new int[fairness.labels()];
    }

    void clear() {
        stamp++;
        edges = 0;
        accepts = 0;
        accepted.clear();
        requested.clear();
        served.clear();
    }

    void add(int label, long edgeAccepts) {
        edges++;
        accepts |= edgeAccepts;
        if (stamps[label] != stamp) {
            stamps[label] = stamp;
            accepted.or(fairness.accepted(label));
            requested.or(fairness.requested(label));
            served.or(fairness.served(label));
        }
    }

    /** Whether a cycle through all the edges satisfies every weak condition and is accepting. */
    boolean isWeaklyFair() {
        return edges > 0 && accepts == allAccepted && accepted.equals(fairness.weak());
    }

    /** The strong conditions that are requested and not served. */
    BitSet unserved() {
        BitSet missing = (BitSet) requested.clone();
        missing.andNot(served);
        return missing;
    }
}
