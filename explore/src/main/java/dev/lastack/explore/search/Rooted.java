package dev.lastack.explore.search;

import dev.lastack.checker.Expander;
import dev.lastack.checker.StepSink;
import dev.lastack.checker.TransitionSystem;
import java.util.Arrays;
import java.util.List;

/**
 * A transition system that begins in another state, may lack one step, and says when a step with certain observations was
 * seen.
 */
final class Rooted implements TransitionSystem {

    private final TransitionSystem system;
    private final long[] root;
    private final Without without;
    private final long wanted;
    private final Runnable seen;

    /**
     * The step that is left out: the one from {@code source} to {@code target} by {@code action}.
     *
     * @param source empty if none is
     */
    @SuppressWarnings("ArrayRecordComponent") // A state is packed words.
    record Without(long[] source, int action) {

        static final Without NOTHING = new Without(new long[0], 0);

        boolean matches(long[] states, int offset, int taken) {
            return taken == action
                    && source.length > 0
                    && Arrays.equals(states, offset, offset + source.length, source, 0, source.length);
        }
    }

    /** {@code system} from {@code root} on; {@code seen} runs for each step whose observations include a bit of {@code wanted}. */
    Rooted(TransitionSystem system, long[] root, Without without, long wanted, Runnable seen) {
        this.system = system;
        this.root = root;
        this.without = without;
        this.wanted = wanted;
        this.seen = seen;
    }

    @Override
    public int words() {
        return system.words();
    }

    @Override
    public int significantBits(int word) {
        return system.significantBits(word);
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
        return system.describeAction(state, action);
    }

    @Override
    public String describeState(long[] state) {
        return system.describeState(state);
    }

    @Override
    public Expander expander() {
        return new Steps(system.expander());
    }

    private final class Steps implements Expander, StepSink {

        private final Expander expander;
        private StepSink sink = this;
        private long[] source = root;
        private int at;

        Steps(Expander expander) {
            this.expander = expander;
        }

        @Override
        public void initial(StepSink to) {
            to.step(0, 0, root, 0);
        }

        @Override
        public void successors(long[] states, int offset, StepSink to) {
            sink = to;
            source = states;
            at = offset;
            expander.successors(states, offset, this);
        }

        @Override
        public void step(int action, long observations, long[] states, int offset) {
            if (without.matches(source, at, action)) {
                return;
            }
            if ((observations & wanted) != 0) {
                seen.run();
            }
            sink.step(action, observations, states, offset);
        }

        @Override
        public void cut(int bound) {
            sink.cut(bound);
        }

        @Override
        public long[] counters() {
            return expander.counters();
        }
    }
}
