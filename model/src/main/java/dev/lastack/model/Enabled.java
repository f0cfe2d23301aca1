package dev.lastack.model;

import dev.lastack.checker.StepSink;

/**
 * What can happen in a state: read off the state once, before the first step is taken from it. Of each kind of action it
 * says how many steps there are, one for every choice of the adversary.
 */
final class Enabled {

    private static final int HOSTS = 2;
    private static final ActionKind[] USER_CALLS = {ActionKind.OPEN, ActionKind.SEND, ActionKind.CLOSE, ActionKind.ABORT
    };

    /** Takes the steps. */
    interface Taker {
        void take(int action, StepSink sink);
    }

    private final Step step;
    private final UserCalls userCalls;
    private final Timeouts timeouts;
    private final Forgeries forgeries;
    private final SharedFields shared;
    private final SegmentFormat format;
    private final boolean reordering;
    private final boolean marking;

    /** By kind and owner, see {@link #USER_CALLS}: how many steps a user call has. */
    private final int[] calls = new int[USER_CALLS.length * HOSTS];
    /** By owner and slot: how many steps an arrival has; 0 also for a segment that equals the one before it. */
    private final int[][] arrivals;
    /** By owner and slot: whether it has arrived before. */
    private final boolean[][] again;

    /** By owner: how many steps the arrival of a forged SYN has. */
    private final int[] forgedSyns = new int[HOSTS];

    private boolean crashes;
    private boolean forges;
    private boolean aMayWait;
    private boolean bMayWait;

    Enabled(Step step, UserCalls userCalls, Timeouts timeouts, Forgeries forgeries) {
        this.step = step;
        this.userCalls = userCalls;
        this.timeouts = timeouts;
        this.forgeries = forgeries;
        Setting setting = step.setting();
        this.shared = setting.shared();
        this.format = setting.format();
        this.reordering = setting.environment().reordering();
        this.marking = setting.bounds().networkMode() == NetworkMode.MARKING;
        int slots = step.network().towards(0).slots();
        this.arrivals = new int[HOSTS][slots + 1];
        this.again = new boolean[HOSTS][slots + 1];
    }

    /** Reads the loaded state. */
    void read() {
        boolean abort = shared.abortsLeft.get(step.words()) > 0;
        for (int owner = 0; owner < HOSTS; owner++) {
            Tcb tcb = step.tcb(owner);
            calls[owner] = userCalls.mayOpen(tcb) ? userCalls.openChoices(tcb) : 0;
            calls[HOSTS + owner] = userCalls.maySend(tcb) ? 1 : 0;
            calls[2 * HOSTS + owner] = userCalls.mayClose(tcb) ? 1 : 0;
            calls[3 * HOSTS + owner] = abort && tcb.alive() ? 1 : 0;
            readArrivals(tcb, owner);
            forgedSyns[owner] = issChoices(tcb, SegmentKind.SYN);
        }
        crashes = shared.crashesLeft.get(step.words()) > 0;
        forges = shared.forgeriesLeft.get(step.words()) > 0;
        aMayWait = timeouts.retransmissionMayWait(step.tcb(0));
        bMayWait = timeouts.retransmissionMayWait(step.tcb(1));
    }

    private void readArrivals(Tcb tcb, int owner) {
        InFlight direction = step.network().towards(owner);
        long previous = 0;
        int slot = 0;
        while (slot < direction.slots()) {
            long packed = direction.at(slot);
            if (packed == 0) {
                break;
            }
            // Of equal segments it makes no difference which arrives.
            boolean same = packed == previous && reordering;
            previous = packed;
            boolean possible = !same && step.network().deliverable(owner, slot);
            arrivals[owner][slot] = possible ? issChoices(tcb, format.kind(packed)) : 0;
            again[owner][slot] = marking && format.arrived(packed);
            slot++;
        }
        arrivals[owner][slot] = -1;
    }

    /** How many initial sequence numbers there are to choose from should a segment arrive. */
    private int issChoices(Tcb tcb, SegmentKind kind) {
        boolean opens = tcb.state() == TcpState.LISTEN && kind == SegmentKind.SYN;
        return opens ? step.issChoices(tcb) : 1;
    }

    /** Has every step of the state taken that was read last, in the order of the actions. */
    void takeAll(Taker taker, StepSink sink) {
        for (int i = 0; i < calls.length; i++) {
            for (int choice = 0; choice < calls[i]; choice++) {
                taker.take(Action.code(USER_CALLS[i / HOSTS], i % HOSTS, 0, choice), sink);
            }
        }
        takeArrivals(ActionKind.ARRIVAL, taker, sink);
        if (marking) {
            takeArrivals(ActionKind.DUPLICATE, taker, sink);
        }
        for (int owner = 0; owner < HOSTS && crashes; owner++) {
            taker.take(Action.code(ActionKind.CRASH, owner, 0, 0), sink);
        }
        if (forges) {
            takeForgeries(taker, sink);
        }
        for (int choice = 0; choice < HOSTS * HOSTS; choice++) {
            if ((!aWaits(choice) || aMayWait) && (!bWaits(choice) || bMayWait)) {
                taker.take(Action.code(ActionKind.TICK, 0, 0, choice), sink);
            }
        }
    }

    private void takeArrivals(ActionKind kind, Taker taker, StepSink sink) {
        for (int owner = 0; owner < HOSTS; owner++) {
            for (int slot = 0; arrivals[owner][slot] >= 0; slot++) {
                if (again[owner][slot] == (kind == ActionKind.DUPLICATE)) {
                    for (int choice = 0; choice < arrivals[owner][slot]; choice++) {
                        taker.take(Action.code(kind, owner, slot, choice), sink);
                    }
                }
            }
        }
    }

    private void takeForgeries(Taker taker, StepSink sink) {
        for (int owner = 0; owner < HOSTS; owner++) {
            int choicesOfSyn = forgedSyns[owner];
            for (int forgery = 0; forgery < forgeries.count(); forgery++) {
                int choices = forgeries.kind(forgery) == SegmentKind.SYN ? choicesOfSyn : 1;
                for (int choice = 0; choice < choices; choice++) {
                    taker.take(Action.code(ActionKind.FORGE, owner, 0, forgeries.choice(forgery, choice)), sink);
                }
            }
        }
    }

    /** Whether A's retransmission waits in the tick that is number {@code choice}. */
    static boolean aWaits(int choice) {
        return choice % HOSTS == 1;
    }

    static boolean bWaits(int choice) {
        return choice / HOSTS == 1;
    }

    /** The choice of a tick in which A's retransmission waits where B's does, and the other way round. */
    static int exchanged(int choice) {
        return choice % HOSTS * HOSTS + choice / HOSTS;
    }
}
