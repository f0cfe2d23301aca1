package dev.lastack.model.steps;

import dev.lastack.model.decisions.Rulebook;
import dev.lastack.model.rules.Journal;
import dev.lastack.model.rules.Observation;
import dev.lastack.model.rules.Outcome;
import dev.lastack.model.rules.Passage;
import dev.lastack.model.rules.Reactions;
import dev.lastack.model.rules.SegmentArrives;
import dev.lastack.model.rules.Step;
import dev.lastack.model.rules.Timeouts;
import dev.lastack.model.rules.UserCalls;
import dev.lastack.model.state.Action;
import dev.lastack.model.state.ActionKind;
import dev.lastack.model.state.ResolvedScenario;
import dev.lastack.model.state.StateLayout;
import dev.lastack.model.state.Tcb;
import dev.lastack.model.state.Timer;
import org.jspecify.annotations.Nullable;

/** Takes what happens at the hosts by the rules. They see what is loaded and the segment that arrives, and nothing else. */
public final class HostRules implements HostSteps {

    private final ResolvedScenario setting;
    private final Step step;
    private final UserCalls userCalls;
    private final SegmentArrives segmentArrives;
    private final Timeouts timeouts;
    private final Passage passage;
    private final Forgeries forgeries;
    private final long[] loaded;

    /** {@code journal}, if there is one, is written. */
    public HostRules(Rulebook rulebook, @Nullable Journal journal) {
        this.setting = rulebook.scenario();
        this.step = new Step(rulebook, journal);
        Reactions reactions = new Reactions(step);
        this.userCalls = new UserCalls(step, reactions);
        this.segmentArrives = new SegmentArrives(step, reactions);
        this.timeouts = new Timeouts(step);
        this.passage = Passage.of(setting, step, timeouts);
        this.forgeries = new Forgeries(setting);
        this.loaded = new long[setting.layout().words()];
    }

    @Override
    public void load(long[] hosts) {
        System.arraycopy(hosts, 0, loaded, 0, loaded.length);
    }

    @Override
    public Enabled enabled() {
        step.load(loaded);
        return Enabled.in(step, userCalls, passage);
    }

    @Override
    public Outcome take(int event, long arriving) {
        ActionKind kind = Action.kindOf(event);
        int owner = Action.ownerOf(event);
        int choice = Action.choiceOf(event);
        step.load(loaded);
        step.begin(kind, owner);
        Tcb tcb = step.tcb(owner);
        switch (kind) {
            case OPEN -> userCalls.open(tcb, choice);
            case SEND -> userCalls.send(tcb);
            case CLOSE -> userCalls.close(tcb);
            case ABORT -> userCalls.abort(tcb);
            case EVICTION -> userCalls.evict(tcb);
            case ARRIVAL, DUPLICATE -> segmentArrives.arrives(tcb, arriving, choice);
            case CRASH -> timeouts.crash(tcb);
            case FORGE -> forge(tcb, arriving, forgeries.iss(choice));
            case TICK -> {
                step.observe(Observation.TICK);
                passage.tick(choice);
            }
            case TIMER -> timeouts.fire(Timer.of(choice), tcb);
            case LEAVE -> {} // The network alone is concerned.
            case RECEIVE -> userCalls.receive(tcb);
            case FULL_CLOSE -> userCalls.closeFully(tcb);
        }
        return step.finish(event, arriving);
    }

    private void forge(Tcb tcb, long forged, int iss) {
        StateLayout.Field left = setting.shared().forgeriesLeft;
        left.set(step.words(), left.get(step.words()) - 1);
        step.observe(Observation.FORGERY);
        segmentArrives.arrives(tcb, forged, iss);
    }
}
