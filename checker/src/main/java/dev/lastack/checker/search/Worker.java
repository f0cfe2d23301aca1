package dev.lastack.checker.search;

import dev.lastack.checker.Expander;
import dev.lastack.checker.StepSink;
import dev.lastack.checker.TransitionSystem;
import dev.lastack.checker.store.Level;
import dev.lastack.checker.store.Memory;
import dev.lastack.checker.store.Rows;
import dev.lastack.checker.store.StateStore;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;

/** Expands states for one thread: hands their successors to the store and what it sees to its {@link Watch}. */
final class Worker implements StepSink {

    /** States that are taken from a level at a time. */
    static final int BLOCK = 256;

    private final TransitionSystem system;
    private final int words;
    private final Expander expander;
    private final Watch watch;
    private final Rows fresh;
    private final StateStore.Intake intake;
    private final long[] cuts;
    private final long[] source;
    private int offset;
    private boolean hasStep;
    private boolean isCut;

    private long steps;
    private volatile long generated;

    Worker(TransitionSystem system, Watch watch, StateStore store, Memory memory) {
        this.system = system;
        this.words = system.words();
        this.expander = system.expander();
        this.watch = watch;
        this.fresh = new Rows(words, memory);
        this.intake = store.intake((states, at) -> {
            fresh.add(states, at);
            watch.state(states, at);
        });
        this.cuts = new long[system.bounds().size()];
        this.source = new long[BLOCK * words];
    }

    /** Takes in the initial states. */
    void begin() {
        watch.open();
        expander.initial(new StepSink() {
            @Override
            public void step(int action, long observations, long[] states, int at) {
                intake.add(states, at);
            }

            @Override
            public void cut(int bound) {
                throw new AssertionError("an initial state cannot be cut by a bound");
            }
        });
        intake.flush();
    }

    /** Expands blocks of {@code level} from {@code next} on, as long as there are any. */
    void expand(Level level, AtomicLong next, Halt halt) {
        try {
            expandBlocks(level, next, halt);
        } catch (Memory.Exhausted e) {
            halt.request(e.why());
        } catch (OutOfMemoryError e) {
            halt.request(Halt.HEAP);
        } finally {
            generated = steps;
        }
    }

    private void expandBlocks(Level level, AtomicLong next, Halt halt) {
        watch.open();
        while (!halt.requested()) {
            long from = next.getAndAdd(BLOCK);
            if (from >= level.size()) {
                break;
            }
            int count = (int) Math.min(BLOCK, level.size() - from);
            level.read(from, count, source);
            for (int i = 0; i < count; i++) {
                expand(i * words);
            }
            generated = steps;
        }
        intake.flush();
    }

    private void expand(int at) {
        offset = at;
        hasStep = false;
        isCut = false;
        try {
            expander.successors(source, at, this);
        } catch (Memory.Exhausted e) {
            throw e;
        } catch (RuntimeException | AssertionError | StackOverflowError e) {
            throw ExpansionFailure.at(system, Arrays.copyOfRange(source, at, at + words), e);
        }
        if (!hasStep && !isCut) {
            watch.deadlock(source, at);
        }
    }

    @Override
    public void step(int action, long observations, long[] states, int at) {
        hasStep = true;
        steps++;
        watch.step(source, offset, action, observations);
        intake.add(states, at);
    }

    @Override
    public void cut(int bound) {
        isCut = true;
        cuts[bound]++;
    }

    Rows fresh() {
        return fresh;
    }

    Watch watch() {
        return watch;
    }

    /** Steps generated, as of the last block. */
    long generated() {
        return generated;
    }

    long cuts(int bound) {
        return cuts[bound];
    }

    long counter(int counter) {
        return expander.counters()[counter];
    }
}
