package dev.lastack.checker.liveness.graph;

/** Which of some predicates hold in which of the numbered states: one bit each. */
public final class Valuation {

    private final long[][] bits;

    Valuation(int predicates, int states) {
        bits = new long[predicates][(states + Long.SIZE - 1) / Long.SIZE];
    }

    /** Threads may set at once what lies in different words, which hold 64 consecutive states. */
    void set(int predicate, int state) {
        bits[predicate][state >>> 6] |= 1L << state;
    }

    public boolean holds(int predicate, int state) {
        return (bits[predicate][state >>> 6] >>> state & 1) != 0;
    }

    /** Whether {@code predicate} holds somewhere. */
    public boolean everHolds(int predicate) {
        for (long word : bits[predicate]) {
            if (word != 0) {
                return true;
            }
        }
        return false;
    }
}
