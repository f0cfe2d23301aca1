package dev.lastack.model.state;

/**
 * A timestamp of the peer that a variant in Java remembers, see {@link OwnFields}. As all timestamps of the model it is kept
 * as its age, which here grows with every tick. Where the two ends do not use timestamps there never is one.
 */
public final class OwnTimestamp {

    private static final int NONE = 0;

    private final OwnField agePlusOne;
    private final OwnField boot;

    OwnTimestamp(OwnField agePlusOne, OwnField boot) {
        this.agePlusOne = agePlusOne;
        this.boot = boot;
    }

    /** Whether one is remembered. */
    public boolean known(Tcb tcb) {
        return agePlusOne.get(tcb) != NONE;
    }

    /** Remembers TS.Recent, unless what is remembered is a greater one. */
    public void remember(Tcb tcb) {
        TimerFields timers = tcb.timers();
        int recent = tcb.get(timers.tsRecentAge);
        int recentBoot = tcb.get(timers.tsRecentBoot);
        int kept = (int) agePlusOne.of(tcb.host()).max() - 1;
        // A clock that was reset is behind every value it sent before.
        boolean greater = !known(tcb)
                || recentBoot < boot.get(tcb)
                || (recentBoot == boot.get(tcb) && recent + 1 < agePlusOne.get(tcb));
        if (tcb.timestamps() && tcb.beyondSynSent() && recent <= kept && greater) {
            agePlusOne.set(tcb, recent + 1);
            boot.set(tcb, recentBoot);
        }
    }

    /** SEG.TSval minus the timestamp, or what has its sign; 1 if there is none. */
    public int compare(Tcb tcb, Segment segment) {
        if (!known(tcb)) {
            return 1;
        }
        int boots = boot.get(tcb) - segment.boot();
        return boots != 0 ? boots : agePlusOne.get(tcb) - 1 - segment.age();
    }

    void grow(Tcb tcb) {
        if (known(tcb)) {
            boolean last = agePlusOne.get(tcb) == agePlusOne.of(tcb.host()).max();
            if (last) {
                boot.set(tcb, 0);
            }
            agePlusOne.set(tcb, last ? NONE : agePlusOne.get(tcb) + 1);
        }
    }
}
