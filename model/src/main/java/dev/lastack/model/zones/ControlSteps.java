package dev.lastack.model.zones;

import dev.lastack.checker.StepSink;
import dev.lastack.checker.zones.Constraint;
import dev.lastack.checker.zones.DifferenceBound;
import dev.lastack.checker.zones.Edge;
import dev.lastack.checker.zones.Location;
import dev.lastack.model.decisions.Rulebook;
import dev.lastack.model.rules.Bound;
import dev.lastack.model.state.Action;
import dev.lastack.model.state.ActionKind;
import dev.lastack.model.state.Timer;
import dev.lastack.model.steps.TerminationExpander;
import dev.lastack.scenario.knobs.Durations;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Works out what can happen in a control: the rules take each step from the control in which every timer that runs is due, and what
 * the step asks of the clocks is added. Confined to one thread.
 *
 * <p>The network ranks before the 2MSL timer: when that fires, whatever was of age MSL has arrived or left.
 */
final class ControlSteps implements Function<long[], Location>, StepSink {

    private static final int HOSTS = 2;
    private static final Constraint[] ALWAYS = {};

    private final Durations durations;
    private final TimerLengths lengths;
    private final TerminationExpander expander;
    private final Clockwork source;
    private final Clockwork target;
    private final List<Edge> edges = new ArrayList<>();

    ControlSteps(Rulebook rulebook, Durations durations) {
        this.durations = durations;
        this.lengths = new TimerLengths(durations);
        this.expander = TerminationExpander.remembering(rulebook);
        this.source = new Clockwork(rulebook.scenario());
        this.target = new Clockwork(rulebook.scenario());
    }

    @Override
    public Location apply(long[] control) {
        source.load(control, 0);
        edges.clear();
        long[] marked = source.marked();
        // Of two runs as short the one in which segments leave first needs fewer ties.
        takeLeaves(marked);
        expander.successors(marked, 0, this);
        long[] exact = new long[source.clocks()];
        Arrays.fill(exact, DifferenceBound.NONE);
        return new Location(control, ceilings(), exact, edges);
    }

    /** A segment is in the network for MSL at most, and time does not pass beyond a timer that has to fire. */
    private long[] ceilings() {
        long[] ceilings = new long[source.clocks()];
        Arrays.fill(ceilings, 0, source.segments(), DifferenceBound.atMost(durations.msl()));
        for (int owner = 0; owner < HOSTS; owner++) {
            for (int number = 0; number < Timer.count(); number++) {
                Timer timer = Timer.of(number);
                int clock = source.clock(owner, timer);
                if (clock != 0) {
                    ceilings[clock - 1] = DifferenceBound.atMost(lengths.most(timer, source.tcb(owner)));
                }
            }
        }
        return ceilings;
    }

    @Override
    public void step(int action, long observations, long[] words, int offset) {
        // A tick is no step: time passes in every location.
        if (Action.kindOf(action) != ActionKind.TICK) {
            target.load(words, offset);
            edges.add(Edge.taken(action, observations, guard(action), target.control(), target.origins(source)));
        }
    }

    @Override
    public void cut(int action, int bound) {
        edges.add(Edge.cut(action, guard(action), bound));
    }

    @Override
    public void cut(int bound) {
        throw new AssertionError("the step that a bound cuts is known");
    }

    private Constraint[] guard(int action) {
        int owner = Action.ownerOf(action);
        return switch (Action.kindOf(action)) {
            case TIMER -> firing(owner, Timer.of(Action.choiceOf(action)));
            case LEAVE ->
                new Constraint[] {Constraint.atLeast(source.clock(owner, Action.slotOf(action)), durations.msl())};
            case OPEN, SEND, CLOSE, ABORT, ARRIVAL, DUPLICATE, CRASH, FORGE, TICK, RECEIVE, FULL_CLOSE, EVICTION ->
                ALWAYS;
        };
    }

    private Constraint[] firing(int owner, Timer timer) {
        boolean ranks = timer == Timer.TIME_WAIT_TIMEOUT;
        Constraint[] guard = new Constraint[1 + (ranks ? source.segments() : 0)];
        guard[0] = Constraint.atLeast(source.clock(owner, timer), lengths.least(timer, source.tcb(owner)));
        for (int segment = 1; segment < guard.length; segment++) {
            guard[segment] = Constraint.lessThan(segment, durations.msl());
        }
        return guard;
    }

    /** Only where it may make room does it matter whether a segment leaves before or after other steps of the instant. */
    private Edge leave(int action, long observations, boolean makesRoom) {
        return makesRoom
                ? Edge.taken(action, observations, guard(action), target.control(), target.origins(source))
                : Edge.quiet(action, observations, guard(action), target.control(), target.origins(source));
    }

    /** A segment of age MSL leaves the network, if it may be lost. */
    private void takeLeaves(long[] marked) {
        for (int owner = 0; owner < HOSTS; owner++) {
            for (int slot = 0; slot < source.segments(owner); slot++) {
                int action = Action.code(ActionKind.LEAVE, owner, slot, 0);
                if (expander.perform(marked, 0, action) && expander.cut() == Bound.NONE) {
                    target.load(expander.words(), 0);
                    edges.add(leave(action, expander.observations(), source.isCrowded(owner)));
                }
            }
        }
    }
}
