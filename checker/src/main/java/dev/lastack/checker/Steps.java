package dev.lastack.checker;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The steps of single states, as lists. This is for replays and checks, which look at few states; a search hands its own
 * {@link StepSink} to an {@link Expander} and copies nothing. Confined to one thread.
 */
public final class Steps {

    private final Expander expander;
    private final int words;
    private boolean cut;

    public Steps(TransitionSystem system) {
        this.expander = system.expander();
        this.words = system.words();
    }

    /** All initial states, in the order of the expander. */
    public List<long[]> initial() {
        Collector collector = new Collector();
        expander.initial(collector);
        return collector.steps.stream().map(Trace.Step::target).toList();
    }

    /** The steps that leave {@code state}, in order of their actions. */
    public List<Trace.Step> from(long[] state) {
        cut = false;
        Collector collector = new Collector();
        expander.successors(state, 0, collector);
        return collector.steps;
    }

    /** The step that leaves {@code state} by {@code action}, if there is one. */
    public Optional<Trace.Step> from(long[] state, int action) {
        return from(state).stream().filter(step -> step.action() == action).findFirst();
    }

    /** Whether a bound cut a step of the state whose steps were last asked for. */
    public boolean cut() {
        return cut;
    }

    /** Whether {@code state} has no step and lost none to a bound. */
    public boolean isDeadlock(long[] state) {
        return from(state).isEmpty() && !cut;
    }

    private final class Collector implements StepSink {

        private final List<Trace.Step> steps = new ArrayList<>();

        @Override
        public void step(int action, long observations, long[] states, int offset) {
            steps.add(new Trace.Step(action, observations, Arrays.copyOfRange(states, offset, offset + words)));
        }

        @Override
        public void cut(int bound) {
            cut = true;
        }
    }
}
