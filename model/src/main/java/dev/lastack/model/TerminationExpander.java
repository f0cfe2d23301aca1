package dev.lastack.model;

import dev.lastack.checker.Expander;
import dev.lastack.checker.StepSink;
import org.jspecify.annotations.Nullable;

/** Generates the steps of a state, in the order of their actions. */
final class TerminationExpander implements Expander {

    private static final int HOSTS = 2;
    private static final int A = 0;
    private static final int B = 1;

    private final Setting setting;
    private final Step step;
    private final UserCalls userCalls;
    private final SegmentArrives segmentArrives;
    private final Timeouts timeouts;
    private final Forgeries forgeries;
    private final Decisions decisions;

    /** A generator; {@code journal}, if there is one, is written by {@link #perform}. */
    TerminationExpander(Setting setting, @Nullable Journal journal) {
        this.setting = setting;
        this.step = new Step(setting, journal);
        Reactions reactions = new Reactions(step);
        this.userCalls = new UserCalls(step, reactions);
        this.segmentArrives = new SegmentArrives(step, reactions);
        this.timeouts = new Timeouts(step);
        this.forgeries = new Forgeries(setting);
        this.decisions = setting.decisions();
    }

    @Override
    public long[] counters() {
        return step.counters().counts();
    }

    @Override
    public void initial(StepSink sink) {
        sink.step(0, 0, InitialState.of(setting), 0);
    }

    @Override
    public void successors(long[] states, int offset, StepSink sink) {
        userCalls(states, offset, sink);
        arrivals(states, offset, ActionKind.ARRIVAL, sink);
        if (NetworkMode.of(setting.environment()) == NetworkMode.MARKING) {
            arrivals(states, offset, ActionKind.DUPLICATE, sink);
        }
        crashes(states, offset, sink);
        forgeries(states, offset, sink);
        ticks(states, offset, sink);
    }

    private void userCalls(long[] states, int offset, StepSink sink) {
        for (int owner = A; owner <= B; owner++) {
            Tcb tcb = look(states, offset, owner);
            int choices = userCalls.mayOpen(tcb) ? userCalls.openChoices(tcb) : 0;
            for (int choice = 0; choice < choices; choice++) {
                take(states, offset, ActionKind.OPEN, owner, 0, choice, sink);
            }
        }
        for (int owner = A; owner <= B; owner++) {
            if (userCalls.maySend(look(states, offset, owner))) {
                take(states, offset, ActionKind.SEND, owner, 0, 0, sink);
            }
        }
        for (int owner = A; owner <= B; owner++) {
            if (userCalls.mayClose(look(states, offset, owner))) {
                take(states, offset, ActionKind.CLOSE, owner, 0, 0, sink);
            }
        }
        for (int owner = A; owner <= B; owner++) {
            if (userCalls.mayAbort(look(states, offset, owner))) {
                take(states, offset, ActionKind.ABORT, owner, 0, 0, sink);
            }
        }
    }

    private void arrivals(long[] states, int offset, ActionKind kind, StepSink sink) {
        for (int owner = A; owner <= B; owner++) {
            InFlight direction = step.network().towards(owner);
            long previous = 0;
            for (int slot = 0; slot < direction.slots(); slot++) {
                Tcb tcb = look(states, offset, owner);
                long packed = direction.at(slot);
                if (packed == 0) {
                    break;
                }
                boolean again = setting.format().arrived(packed);
                // Of equal segments it makes no difference which arrives.
                boolean same = packed == previous && setting.environment().reordering();
                previous = packed;
                if (again != (kind == ActionKind.DUPLICATE)
                        || same
                        || !step.network().deliverable(owner, slot)) {
                    continue;
                }
                int choices = issChoices(tcb, packed);
                for (int choice = 0; choice < choices; choice++) {
                    take(states, offset, kind, owner, slot, choice, sink);
                }
            }
        }
    }

    /** How many initial sequence numbers there are to choose from should {@code packed} arrive. */
    private int issChoices(Tcb tcb, long packed) {
        boolean opens = tcb.state() == TcpState.LISTEN && setting.format().kind(packed) == SegmentKind.SYN;
        return opens ? decisions.issChoices(step, tcb) : 1;
    }

    private void crashes(long[] states, int offset, StepSink sink) {
        for (int owner = A; owner <= B; owner++) {
            look(states, offset, owner);
            if (setting.shared().crashesLeft.get(step.words()) > 0) {
                take(states, offset, ActionKind.CRASH, owner, 0, 0, sink);
            }
        }
    }

    private void forgeries(long[] states, int offset, StepSink sink) {
        for (int owner = A; owner <= B; owner++) {
            Tcb tcb = look(states, offset, owner);
            int count = setting.shared().forgeriesLeft.get(step.words()) > 0 ? forgeries.count() : 0;
            int allChoices = decisions.issChoices(step, tcb);
            for (int forgery = 0; forgery < count; forgery++) {
                int choices = issChoices(look(states, offset, owner), forgeries.segment(forgery));
                for (int choice = 0; choice < choices; choice++) {
                    take(states, offset, ActionKind.FORGE, owner, 0, forgery * allChoices + choice, sink);
                }
            }
        }
    }

    /** Ticks: one for every choice of the retransmissions that may wait. */
    private void ticks(long[] states, int offset, StepSink sink) {
        look(states, offset, A);
        boolean aMayWait = timeouts.retransmissionMayWait(step.tcb(A));
        boolean bMayWait = timeouts.retransmissionMayWait(step.tcb(B));
        for (int choice = 0; choice < HOSTS * HOSTS; choice++) {
            if ((!aWaits(choice) || aMayWait) && (!bWaits(choice) || bMayWait)) {
                take(states, offset, ActionKind.TICK, A, 0, choice, sink);
            }
        }
    }

    private static boolean aWaits(int choice) {
        return choice % HOSTS == 1;
    }

    private static boolean bWaits(int choice) {
        return choice / HOSTS == 1;
    }

    /** Loads a state in order to look at one of its endpoints. */
    private Tcb look(long[] states, int offset, int owner) {
        step.load(states, offset);
        return step.tcb(owner);
    }

    private void take(long[] states, int offset, ActionKind kind, int owner, int slot, int choice, StepSink sink) {
        if (!perform(states, offset, kind, owner, slot, choice)) {
            return;
        }
        if (step.cut() == Step.NOT_CUT) {
            step.counters().commit();
            sink.step(Action.code(kind, owner, slot, choice), step.observations(), step.words(), 0);
        } else {
            sink.cut(step.cut());
        }
    }

    /** Takes one step, which must be possible; returns false for a tick that has to wait for an arrival. */
    boolean perform(long[] states, int offset, ActionKind kind, int owner, int slot, int choice) {
        step.load(states, offset);
        step.begin(kind, owner);
        Tcb tcb = step.tcb(owner);
        boolean taken = true;
        switch (kind) {
            case OPEN -> userCalls.open(tcb, choice);
            case SEND -> userCalls.send(tcb);
            case CLOSE -> userCalls.close(tcb);
            case ABORT -> userCalls.abort(tcb);
            case ARRIVAL, DUPLICATE -> {
                long packed = step.network().towards(owner).at(slot);
                step.network().deliver(owner, slot);
                segmentArrives.arrives(tcb, packed, choice);
            }
            case CRASH -> timeouts.crash(tcb);
            case FORGE -> forge(tcb, choice);
            case TICK -> taken = tick(aWaits(choice), bWaits(choice));
        }
        step.ghosts().finish();
        return taken;
    }

    private void forge(Tcb tcb, int choice) {
        int allChoices = decisions.issChoices(step, tcb);
        StateLayout.Field left = setting.shared().forgeriesLeft;
        left.set(step.words(), left.get(step.words()) - 1);
        step.observe(Observation.FORGERY);
        segmentArrives.arrives(tcb, forgeries.segment(choice / allChoices), choice % allChoices);
    }

    /** One tick, in its order: the network, 2MSL, the other timers; returns whether time may pass. */
    private boolean tick(boolean aWaits, boolean bWaits) {
        Tcb a = step.tcb(A);
        Tcb b = step.tcb(B);
        if (!step.network().grow()) {
            return false;
        }
        step.observe(Observation.TICK);
        timeouts.clocks(a);
        timeouts.clocks(b);
        timeouts.timeWait(a);
        timeouts.timeWait(b);
        step.ghosts().observeDrained();
        timeouts.others(a, aWaits);
        timeouts.others(b, bWaits);
        return true;
    }

    /** The step that {@link #perform} took last. */
    Step step() {
        return step;
    }
}
