package dev.lastack.model.zones;

import dev.lastack.checker.StepSink;
import dev.lastack.checker.zones.DifferenceBound;
import dev.lastack.checker.zones.Edge;
import dev.lastack.checker.zones.Location;
import dev.lastack.model.decisions.Rulebook;
import dev.lastack.model.rules.Bound;
import dev.lastack.model.state.Action;
import dev.lastack.model.state.ActionKind;
import dev.lastack.model.steps.TerminationExpander;
import dev.lastack.scenario.knobs.Durations;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Works out what can happen in a control: the rules take each step from the control in which every timer that runs is due, and what
 * the step asks of the clocks is added. Confined to one thread.
 */
final class ControlSteps implements Function<long[], Location>, StepSink {

    private static final int HOSTS = 2;

    private final TerminationExpander expander;
    private final Clockwork source;
    private final Clockwork target;
    private final Guards guards;
    private final List<Edge> edges = new ArrayList<>();

    ControlSteps(Rulebook rulebook, Durations durations) {
        this.expander = TerminationExpander.remembering(rulebook);
        this.source = new Clockwork(rulebook.scenario());
        this.target = new Clockwork(rulebook.scenario());
        this.guards = new Guards(durations, TimerLengths.of(durations), source);
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
        return Location.lasting(control, guards.ceilings(), exact, edges);
    }

    @Override
    public void step(int action, long observations, long[] words, int offset) {
        // A tick is no step: time passes in every location.
        if (Action.kindOf(action) != ActionKind.TICK) {
            target.load(words, offset);
            edges.add(Edge.taken(action, observations, guards.of(action), target.control(), target.origins(source)));
        }
    }

    @Override
    public void cut(int action, int bound) {
        edges.add(Edge.cut(action, guards.of(action), bound));
    }

    @Override
    public void cut(int bound) {
        throw new AssertionError("the step that a bound cuts is known");
    }

    /** Only where it may make room does it matter whether a segment leaves before or after other steps of the instant. */
    private Edge leave(int action, long observations, boolean makesRoom) {
        return makesRoom
                ? Edge.taken(action, observations, guards.of(action), target.control(), target.origins(source))
                : Edge.quiet(action, observations, guards.of(action), target.control(), target.origins(source));
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
