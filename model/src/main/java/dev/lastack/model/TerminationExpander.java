package dev.lastack.model;

import dev.lastack.checker.Expander;
import dev.lastack.checker.StepSink;
import org.jspecify.annotations.Nullable;

/** Generates the steps of a state, in the order of their actions. */
final class TerminationExpander implements Expander, Enabled.Taker {

    private static final int A = 0;
    private static final int B = 1;

    private final Setting setting;
    private final Step step;
    private final UserCalls userCalls;
    private final SegmentArrives segmentArrives;
    private final Timeouts timeouts;
    private final Forgeries forgeries;
    private final Enabled enabled;

    /** A generator; {@code journal}, if there is one, is written by {@link #perform}. */
    TerminationExpander(Setting setting, @Nullable Journal journal) {
        this.setting = setting;
        this.step = new Step(setting, journal);
        Reactions reactions = new Reactions(step);
        this.userCalls = new UserCalls(step, reactions);
        this.segmentArrives = new SegmentArrives(step, reactions);
        this.timeouts = new Timeouts(step);
        this.forgeries = new Forgeries(setting);
        this.enabled = new Enabled(step, userCalls, timeouts, forgeries);
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
        step.load(states, offset);
        enabled.read();
        enabled.takeAll(this, sink);
    }

    @Override
    public void take(int action, StepSink sink) {
        if (!perform(action)) {
            return;
        }
        if (step.cut() == Step.NOT_CUT) {
            step.counters().commit();
            sink.step(action, step.observations(), step.words(), 0);
        } else {
            sink.cut(step.cut());
        }
    }

    /** Takes one step, which must be possible; returns false for a tick that has to wait for an arrival. */
    boolean perform(long[] states, int offset, int action) {
        step.load(states, offset);
        return perform(action);
    }

    private boolean perform(int action) {
        ActionKind kind = Action.kindOf(action);
        int owner = Action.ownerOf(action);
        int slot = Action.slotOf(action);
        int choice = Action.choiceOf(action);
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
            case TICK -> taken = tick(Enabled.aWaits(choice), Enabled.bWaits(choice));
        }
        step.finish();
        return taken;
    }

    private void forge(Tcb tcb, int choice) {
        StateLayout.Field left = setting.shared().forgeriesLeft;
        left.set(step.words(), left.get(step.words()) - 1);
        step.observe(Observation.FORGERY);
        segmentArrives.arrives(tcb, forgeries.segment(forgeries.forgery(choice)), forgeries.iss(choice));
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
