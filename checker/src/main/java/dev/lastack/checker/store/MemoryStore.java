package dev.lastack.checker.store;

import dev.lastack.checker.TransitionSystem;
import dev.lastack.checker.store.level.Ascending;
import dev.lastack.checker.store.level.Chunk;
import dev.lastack.checker.store.level.Collector;
import dev.lastack.checker.store.level.Level;
import dev.lastack.checker.store.level.LevelMerge;
import dev.lastack.checker.store.level.Memory;
import dev.lastack.checker.store.level.Rows;
import dev.lastack.checker.store.level.Run;
import dev.lastack.checker.store.level.Runs;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All states in memory: a {@link StateSet} tells at once which are new. */
public final class MemoryStore implements StateStore {

    /** About how many states a run of a level has. */
    private static final int RUN = 1 << 15;

    private final int words;
    private final Memory memory;
    private final StateSet set;
    private final List<Collector> collectors = new ArrayList<>();

    /** The new states so far, some as they are and some coded. */
    private final List<Chunk> chunks = new ArrayList<>();

    private final List<Run> runs = new ArrayList<>();

    /** Takes in what is restored, of which nobody need be told. */
    private @Nullable Intake restoring;

    private MemoryStore(int words, Memory memory, StateSet set) {
        this.words = words;
        this.memory = memory;
        this.set = set;
    }

    /** A store that loses no state of {@code system}. */
    public MemoryStore(TransitionSystem system, Memory memory) {
        this(system.words(), memory, new QuotientSet(system, memory));
    }

    /** A store that tells states of {@code words} words apart by {@code bits} bits only, 24 to 64. */
    public static MemoryStore lossy(int words, int bits, Memory memory) {
        return new MemoryStore(words, memory, new LossySet(words, bits, memory));
    }

    @Override
    public Intake intake(Fresh fresh) {
        Collector collector = new Collector(new Rows(words, memory), this::keep);
        collectors.add(collector);
        return set.intake((states, offset) -> {
            collector.add(states, offset);
            fresh.state(states, offset);
        });
    }

    /** Coding takes time, and so it waits for the end of the level unless half of the memory is used up. */
    private synchronized Rows keep(Rows rows) {
        if (memory.used() > memory.limit() / 2) {
            Run run = Run.of(rows.states, rows.size, words);
            memory.claim(run.bytes());
            runs.add(run);
            rows.size = 0;
            return rows;
        }
        chunks.add(new Chunk(rows));
        Rows next = new Rows(words, memory);
        next.makeRoom(rows.size);
        return next;
    }

    @Override
    public Level restore(Level level) {
        List<Run> restored = new ArrayList<>();
        Intake intake = restoring();
        for (Runs part : level.parts()) {
            for (int number = 0; number < part.count(); number++) {
                Run run = part.load(number);
                memory.claim(run.bytes());
                restored.add(run);
                long[] block = new long[Level.blockLength(words)];
                for (int b = 0; b < run.blocks(); b++) {
                    int count = run.read(b, block, 0);
                    for (int i = 0; i < count; i++) {
                        intake.add(block, i * words);
                    }
                }
            }
        }
        intake.flush();
        return Level.of(restored, words);
    }

    /** One for all levels: each intake has its share of the budget for good. */
    private Intake restoring() {
        Intake intake = restoring;
        if (intake == null) {
            intake = set.intake((states, offset) -> {});
            restoring = intake;
        }
        return intake;
    }

    @Override
    public long size() {
        return set.size();
    }

    @Override
    public Optional<String> doubt() {
        return set.doubt();
    }

    @Override
    public boolean keepsLevels() {
        return true;
    }

    @Override
    public Closing close() {
        collectors.forEach(Collector::flush);
        Merging merging = new Merging(List.copyOf(chunks), List.copyOf(runs));
        chunks.clear();
        runs.clear();
        return merging;
    }

    /** Merges what all collectors have sorted. */
    private final class Merging implements Closing {
        private final List<Chunk> plain;
        private final List<Run> coded;
        private final LevelMerge merge;
        private final @Nullable Run[] merged;
        private final AtomicInteger next = new AtomicInteger();

        Merging(List<Chunk> plain, List<Run> coded) {
            this.plain = plain;
            this.coded = coded;
            List<Ascending> sorted = new ArrayList<>(plain);
            coded.forEach(run -> sorted.add(Runs.of(List.of(run), words)));
            this.merge = new LevelMerge(sorted, List.of(), RUN, memory, words);
            this.merged = new Run[merge.windows()];
        }

        @Override
        public int hands() {
            return merged.length;
        }

        @Override
        public void work(int hand, BooleanSupplier halt) {
            try (LevelMerge.Merger merger = merge.merger()) {
                for (int window = next.getAndIncrement();
                        window < merged.length && !halt.getAsBoolean();
                        window = next.getAndIncrement()) {
                    Rows rows = merger.merge(window);
                    Run run = Run.of(rows.states, rows.size, words);
                    memory.claim(run.bytes());
                    merged[window] = run;
                }
            }
        }

        @Override
        public Level level() {
            plain.forEach(Chunk::free);
            coded.forEach(run -> memory.release(run.bytes()));
            return Level.of(
                    Stream.of(merged)
                            .map(Objects::requireNonNull)
                            .filter(run -> run.size() > 0)
                            .toList(),
                    words);
        }
    }
}
