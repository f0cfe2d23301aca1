package dev.lastack.checker.search;

import dev.lastack.checker.Expander;
import dev.lastack.checker.StepSink;
import dev.lastack.checker.TransitionSystem;
import dev.lastack.checker.store.RecentStates;
import dev.lastack.checker.store.StateStore;
import dev.lastack.checker.store.level.Level;
import dev.lastack.checker.store.level.Memory;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Expands states for one thread: hands their successors to the store and what it sees to its {@link PropertyMonitor}. */
public final class Worker implements StepSink {

    private final TransitionSystem system;
    private final int words;
    private final Expander expander;
    private final PropertyMonitor watch;
    private final StateStore.Intake intake;

    /** Most successors are found again at once, by neighbours of their source. */
    private final RecentStates recent;

    private final long[] cuts;
    private final long[] insignificant;
    private final long[] source;
    private int offset;
    private boolean hasStep;
    private boolean isCut;

    private long steps;
    private volatile long generated;

    public Worker(TransitionSystem system, PropertyMonitor watch, StateStore.Intake intake) {
        this.system = system;
        this.words = system.words();
        this.expander = system.expander();
        this.watch = watch;
        this.intake = intake;
        this.recent = new RecentStates(words);
        this.cuts = new long[system.bounds().size()];
        this.insignificant = IntStream.range(0, words)
                .mapToLong(word -> ~(-1L >>> (Long.SIZE - system.significantBits(word))))
                .toArray();
        this.source = new long[Level.blockLength(words)];
    }

    /** Hands the initial states to the store. */
    public void begin() {
        watch.open();
        expander.initial(new StepSink() {
            @Override
            public void step(int action, long observations, long[] states, int at) {
                requireSignificant(action, states, at);
                intake.add(states, at);
            }

            @Override
            public void cut(int bound) {
                throw new AssertionError("an initial state cannot be cut by a bound");
            }
        });
        intake.flush();
    }

    /** Expands blocks of {@code level}, taken as worker {@code hand}, as long as there are any. */
    void expand(Level level, Blocks blocks, int hand, StopCondition halt) {
        try {
            expandBlocks(level, blocks, hand, halt);
        } finally {
            generated = steps;
        }
    }

    private void expandBlocks(Level level, Blocks blocks, int hand, StopCondition halt) {
        open();
        Level.Reader reader = level.reader();
        while (!halt.requested()) {
            int block = blocks.take(hand);
            if (block < 0) {
                break;
            }
            expand(reader, block);
        }
        flush();
    }

    /** Begins a level; needed once before {@link #expand(Level.Reader, int)}. */
    public void open() {
        watch.open();
    }

    /** Expands the states of block {@code block}. */
    public void expand(Level.Reader reader, int block) {
        int count = reader.read(block, source);
        for (int i = 0; i < count; i++) {
            expand(i * words);
        }
        generated = steps;
    }

    /** Passes what has been found so far to the store. */
    public void flush() {
        intake.flush();
    }

    private void expand(int at) {
        // A step back to the state that it leaves leads nowhere new: in some models that is every other step.
        recent.add(source, at);
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
        if (recent.add(states, at)) {
            requireSignificant(action, states, at);
            intake.add(states, at);
        }
    }

    /** A state with another bit set would be taken for one without it, so it must not reach the store. */
    private void requireSignificant(int action, long[] states, int at) {
        for (int word = 0; word < words; word++) {
            if ((states[at + word] & insignificant[word]) != 0) {
                throw new AssertionError(
                        "action %d leads to a state whose word %d is %x, although only its lowest %d bits"
                                        .formatted(action, word, states[at + word], system.significantBits(word))
                                + " are declared significant");
            }
        }
    }

    @Override
    public void cut(int bound) {
        isCut = true;
        cuts[bound]++;
    }

    public PropertyMonitor watch() {
        return watch;
    }

    /** Steps generated, as of the last block. */
    public long generated() {
        return generated;
    }

    public long[] cuts() {
        return cuts;
    }

    public long[] counters() {
        return expander.counters();
    }
}
