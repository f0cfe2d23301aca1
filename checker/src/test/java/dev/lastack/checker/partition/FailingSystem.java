package dev.lastack.checker.partition;

import dev.lastack.checker.Expander;
import dev.lastack.checker.StepSink;
import dev.lastack.checker.TransitionSystem;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** A system that fails after so many expansions. */
record FailingSystem(TransitionSystem system, AtomicLong left) implements TransitionSystem {

    FailingSystem(TransitionSystem system, long expansions) {
        this(system, new AtomicLong(expansions));
    }

    @Override
    public int words() {
        return system.words();
    }

    @Override
    public Expander expander() {
        Expander expander = system.expander();
        return new Expander() {
            @Override
            public void initial(StepSink sink) {
                expander.initial(sink);
            }

            @Override
            public void successors(long[] states, int offset, StepSink sink) {
                if (left.decrementAndGet() < 0) {
                    throw new IllegalStateException("on purpose");
                }
                expander.successors(states, offset, sink);
            }

            @Override
            public long[] counters() {
                return expander.counters();
            }
        };
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
}
