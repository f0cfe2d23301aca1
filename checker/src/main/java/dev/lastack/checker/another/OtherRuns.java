package dev.lastack.checker.another;

import dev.lastack.checker.Expander;
import dev.lastack.checker.Property;
import dev.lastack.checker.StepSink;
import dev.lastack.checker.Trace;
import dev.lastack.checker.TransitionSystem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * A transition system without its known violations of one property: a step that violates it is left out if the events up to it,
 * as a multiset, are those of a known run. A state has one word more, the code of the multiset so far. What a shortest run of
 * this system violates, it violates with other events than every known run.
 */
public final class OtherRuns implements TransitionSystem {

    private final TransitionSystem system;
    private final Property property;
    private final Events events;
    private final KnownMultisets multisets;

    /**
     * Leaves out the runs of {@code known}, each given by its events.
     *
     * @param property an invariant of steps or states
     * @throws ArithmeticException if the known runs have too many different events, some sixty
     */
    public OtherRuns(TransitionSystem system, Property property, Events events, List<List<String>> known) {
        if (!(property instanceof Property.StepInvariant || property instanceof Property.Invariant)) {
            throw new IllegalArgumentException("no invariant: " + property.name());
        }
        this.system = system;
        this.property = property;
        this.events = events;
        this.multisets = new KnownMultisets(known);
    }

    /** The events of {@code run}, in order. */
    public static List<String> of(Trace run, Events events) {
        return IntStream.range(0, run.steps().size())
                .mapToObj(
                        step -> events.of(run.state(step), run.steps().get(step).action()))
                .flatMap(event -> event.stream())
                .toList();
    }

    /** The run of the system itself that {@code run}, one of this system, is. */
    public Trace project(Trace run) {
        List<Trace.Step> steps = new ArrayList<>();
        run.steps().forEach(step -> steps.add(new Trace.Step(step.action(), step.observations(), bare(step.target()))));
        return new Trace(bare(run.initial()), steps, OptionalInt.empty());
    }

    private long[] bare(long[] state) {
        return Arrays.copyOf(state, system.words());
    }

    @Override
    public int words() {
        return system.words() + 1;
    }

    @Override
    public int significantBits(int word) {
        return word < system.words()
                ? system.significantBits(word)
                : Long.SIZE - Long.numberOfLeadingZeros(multisets.largest());
    }

    @Override
    public Expander expander() {
        return new OtherSteps(system.expander());
    }

    @Override
    public List<String> counters() {
        return system.counters();
    }

    @Override
    public List<String> bounds() {
        return system.bounds();
    }

    @Override
    public String describeAction(long[] state, int action) {
        return system.describeAction(bare(state), action);
    }

    @Override
    public String describeState(long[] state) {
        return system.describeState(bare(state));
    }

    private final class OtherSteps implements Expander {

        private final Expander steps;
        private final long[] target = new long[words()];

        OtherSteps(Expander steps) {
            this.steps = steps;
        }

        @Override
        public void initial(StepSink sink) {
            steps.initial(new Passing(sink) {
                @Override
                public void step(int action, long observations, long[] words, int offset) {
                    hand(action, observations, words, offset, KnownMultisets.EMPTY);
                }
            });
        }

        @Override
        public void successors(long[] states, int offset, StepSink sink) {
            int words = system.words();
            long code = states[offset + words];
            steps.successors(states, offset, new Passing(sink) {
                @Override
                public void step(int action, long observations, long[] targets, int at) {
                    long next = code == KnownMultisets.DIFFERENT
                            ? code
                            : events.of(Arrays.copyOfRange(states, offset, offset + words), action)
                                    .map(event -> multisets.with(code, event))
                                    .orElse(code);
                    if (!multisets.isKnown(next) || !violates(observations, targets, at)) {
                        hand(action, observations, targets, at, next);
                    }
                }
            });
        }

        @Override
        public long[] counters() {
            return steps.counters();
        }

        /** Hands on what bounds cut, and steps with their code. */
        private abstract class Passing implements StepSink {

            private final StepSink sink;

            Passing(StepSink sink) {
                this.sink = sink;
            }

            void hand(int action, long observations, long[] words, int offset, long code) {
                System.arraycopy(words, offset, target, 0, target.length - 1);
                target[target.length - 1] = code;
                sink.step(action, observations, target, 0);
            }

            @Override
            public void cut(int bound) {
                sink.cut(bound);
            }
        }
    }

    private boolean violates(long observations, long[] states, int offset) {
        return property instanceof Property.StepInvariant ofSteps
                ? ofSteps.isViolatedBy(observations)
                : ((Property.Invariant) property).isViolatedBy(states, offset);
    }
}
