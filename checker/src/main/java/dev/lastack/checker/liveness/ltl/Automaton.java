package dev.lastack.checker.liveness.ltl;

import java.util.List;

/**
 * A generalised Büchi automaton with its acceptance on transitions: a run is accepting if, for each of the
 * {@code acceptanceSets} sets, it takes transitions of that set infinitely often. It starts in location 0.
 *
 * @param atoms bit i of a letter says whether {@code atoms.get(i)} holds
 * @param outgoing by location, its transitions
 */
public record Automaton(List<String> atoms, int acceptanceSets, List<List<Transition>> outgoing) {

    /** One bit per atom, and per acceptance set. */
    static final int MAX_BITS = Long.SIZE;

    /** Taken on a letter that has all bits of {@code required} and none of {@code forbidden}. */
    public record Transition(long required, long forbidden, int target, long accepts) {

        public boolean reads(long letter) {
            return (letter & required) == required && (letter & forbidden) == 0;
        }

        /** Whether every run that takes {@code other} may as well take this. */
        boolean absorbs(Transition other) {
            return target == other.target
                    && (required & ~other.required) == 0
                    && (forbidden & ~other.forbidden) == 0
                    && (other.accepts & ~accepts) == 0;
        }
    }

    public Automaton {
        outgoing = outgoing.stream().map(List::copyOf).toList();
    }

    public int locations() {
        return outgoing.size();
    }

    /** All acceptance sets, as bits. */
    public long allAccepted() {
        return acceptanceSets == 0 ? 0 : -1L >>> (MAX_BITS - acceptanceSets);
    }

    /**
     * Whether location 0 only waits: whatever is read it may stay, nothing returns to it, and staying for ever is
     * not accepting. The product then need not hold it: every reachable state of the system is reachable there.
     */
    public boolean startWaits() {
        boolean mayAlwaysStay = false;
        long acceptedByStaying = 0;
        for (Transition transition : outgoing.get(0)) {
            if (transition.target() == 0) {
                mayAlwaysStay |= transition.required() == 0 && transition.forbidden() == 0;
                acceptedByStaying |= transition.accepts();
            }
        }
        return mayAlwaysStay && acceptedByStaying != allAccepted() && !isEnteredFromElsewhere(0);
    }

    private boolean isEnteredFromElsewhere(int location) {
        for (int source = 0; source < locations(); source++) {
            if (source != location && outgoing.get(source).stream().anyMatch(each -> each.target() == location)) {
                return true;
            }
        }
        return false;
    }
}
