package dev.lastack.checker.lts;

import dev.lastack.checker.Exploration;
import dev.lastack.checker.Limits;
import dev.lastack.checker.Progress;
import dev.lastack.checker.StateSpace;
import dev.lastack.checker.Steps;
import dev.lastack.checker.Trace;
import dev.lastack.checker.TransitionSystem;
import dev.lastack.checker.search.Explorer;
import java.util.Arrays;
import java.util.List;

/** Every reachable state of a transition system and every step between them. */
public final class WholeLts implements Lts {

    private final TransitionSystem system;
    private final StateSpace space;
    private final long transitions;
    private final Labels labels;

    private WholeLts(TransitionSystem system, StateSpace space, long transitions, Labels labels) {
        this.system = system;
        this.space = space;
        this.transitions = transitions;
        this.labels = labels;
    }

    /**
     * Explores {@code system}.
     *
     * @throws TooLargeException if it has more states than {@code limits} allow, or another limit is reached
     */
    public static WholeLts explore(TransitionSystem system, Labels labels, Limits limits, Progress progress)
            throws TooLargeException {
        Exploration exploration = new Explorer(system, List.of(), limits, progress).run();
        boolean limited = exploration.stopped().isPresent() && exploration.distinct() >= limits.maxStates();
        if (limited || exploration.distinct() > limits.maxStates()) {
            throw TooLargeException.states(limits.maxStates());
        }
        StateSpace space = exploration
                .states()
                .orElseThrow(
                        () -> TooLargeException.other(exploration.stopped().orElse("the states are not in memory")));
        if (space.firstOf(1) != 1) {
            throw new IllegalArgumentException("a labelled transition system has one initial state");
        }
        return new WholeLts(system, space, exploration.generated(), labels);
    }

    @Override
    public int states() {
        return Math.toIntExact(space.size());
    }

    @Override
    public long transitions() {
        return transitions;
    }

    @Override
    public void forEachState(StateVisitor visitor) {
        space.forEach(
                0,
                space.size(),
                (number, states, offset) -> visitor.state((int) number, labels.state(copy(states, offset))));
    }

    @Override
    public void forEachTransition(TransitionVisitor visitor) {
        Steps steps = new Steps(system);
        space.forEach(0, space.size(), (number, states, offset) -> {
            long[] source = copy(states, offset);
            for (Trace.Step step : steps.from(source)) {
                visitor.transition(
                        (int) number,
                        labels.action(source, step.action()),
                        Math.toIntExact(space.numberOf(step.target(), 0)));
            }
        });
    }

    private long[] copy(long[] states, int offset) {
        return Arrays.copyOfRange(states, offset, offset + space.words());
    }
}
