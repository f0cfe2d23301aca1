package dev.lastack.checker.store.disk;

import dev.lastack.checker.store.StateStore;
import dev.lastack.checker.store.level.Collector;
import dev.lastack.checker.store.level.Level;
import dev.lastack.checker.store.level.LevelMerge;
import dev.lastack.checker.store.level.Levels;
import dev.lastack.checker.store.level.Memory;
import dev.lastack.checker.store.level.Rows;
import dev.lastack.checker.store.level.Run;
import dev.lastack.checker.store.level.Runs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * States on disk, for when they do not fit into memory: all states found are taken for new at first, collected in
 * sorted runs, and written to files when memory is short. The end of a level merges these runs and leaves out what
 * an earlier level has (delayed duplicate detection). Every file is written and read from beginning to end.
 */
public final class DiskStore implements StateStore {

    /** About how many states a run in a file has. */
    private static final int RUN = 1 << 15;

    /** Files of a level, so that several threads can write it. */
    private static final int MOST_PARTS = 16;

    private final int words;
    private final Memory memory;
    private final Levels levels;
    private final LevelFiles files;
    private final long quota;
    private final List<CandidateIntake> intakes = new ArrayList<>();

    /** A store that has seen {@code levels}, for {@code workers} threads. */
    public DiskStore(int words, int workers, Memory memory, Levels levels, LevelFiles files) {
        this.words = words;
        this.memory = memory;
        this.levels = levels;
        this.files = files;
        this.quota = memory.limit() / 2 / workers;
    }

    @Override
    public Intake intake(Fresh fresh) {
        CandidateIntake intake = new CandidateIntake(intakes.size(), fresh);
        intakes.add(intake);
        return intake;
    }

    @Override
    public long size() {
        return levels.size();
    }

    @Override
    public Level restore(Level level) {
        return level;
    }

    @Override
    public boolean keepsLevels() {
        return false;
    }

    @Override
    public Closing close() {
        List<Runs> candidates =
                intakes.stream().flatMap(intake -> intake.candidates().stream()).toList();
        return new Subtraction(candidates);
    }

    /** Collects all states that one thread finds. */
    private final class CandidateIntake implements Intake {
        private final int number;
        private final Fresh fresh;
        private final Collector collector = new Collector(new Rows(words, memory), this::code);
        private final List<RunFile> spilled = new ArrayList<>();
        private final List<Run> runs = new ArrayList<>();
        private long runBytes;

        CandidateIntake(int number, Fresh fresh) {
            this.number = number;
            this.fresh = fresh;
        }

        @Override
        public void add(long[] states, int offset) {
            collector.add(states, offset);
            if (runBytes > quota) {
                spill();
            }
        }

        private Rows code(Rows rows) {
            Run run = Run.of(rows.states, rows.size, words);
            memory.claim(run.bytes());
            runBytes += run.bytes();
            runs.add(run);
            rows.size = 0;
            return rows;
        }

        private void spill() {
            collector.flush();
            List<Runs> inputs =
                    runs.stream().map(run -> Runs.of(List.of(run), words)).toList();
            LevelMerge merge = new LevelMerge(inputs, List.of(), RUN, memory, words);
            RunFile file = RunFile.create(files.candidates(number, spilled.size()), words);
            try (LevelMerge.Merger merger = merge.merger()) {
                for (int window = 0; window < merge.windows(); window++) {
                    append(file, merger.merge(window));
                }
            }
            spilled.add(file);
            release();
        }

        private void release() {
            memory.release(runBytes);
            runBytes = 0;
            runs.clear();
        }

        @Override
        public void flush() {
            // Nothing is answered before the level ends.
        }

        List<Runs> candidates() {
            collector.flush();
            List<Runs> candidates = new ArrayList<>(spilled);
            runs.forEach(run -> candidates.add(Runs.of(List.of(run), words)));
            release();
            spilled.clear();
            return candidates;
        }
    }

    private void append(RunFile file, Rows rows) {
        if (rows.size > 0) {
            file.append(List.of(Run.of(rows.states, rows.size, words)));
        }
    }

    /** Merges the candidates and leaves out the levels before; writes the parts of the new level side by side. */
    private final class Subtraction implements Closing {
        private final List<Runs> candidates;
        private final LevelMerge merge;
        private final @Nullable RunFile[] parts;
        private final AtomicInteger next = new AtomicInteger();

        Subtraction(List<Runs> candidates) {
            this.candidates = candidates;
            List<Runs> seen = new ArrayList<>();
            for (int level = 0; level < levels.levels(); level++) {
                seen.addAll(levels.get(level).parts());
            }
            this.merge = new LevelMerge(candidates, seen, RUN, memory, words);
            this.parts = new RunFile[Math.min(MOST_PARTS, merge.windows())];
        }

        @Override
        public int hands() {
            return parts.length;
        }

        @Override
        public void work(int hand, BooleanSupplier halt) {
            try (LevelMerge.Merger merger = merge.merger()) {
                for (int part = next.getAndIncrement(); part < parts.length; part = next.getAndIncrement()) {
                    RunFile file = RunFile.create(files.part(levels.levels(), part), words);
                    int end = (int) ((part + 1L) * merge.windows() / parts.length);
                    for (int window = (int) ((long) part * merge.windows() / parts.length);
                            window < end && !halt.getAsBoolean();
                            window++) {
                        Rows rows = merger.merge(window);
                        append(file, rows);
                        for (int i = 0; i < rows.size; i++) {
                            intakes.get(hand).fresh.state(rows.states, i * words);
                        }
                    }
                    parts[part] = file;
                }
            }
        }

        @Override
        public Level level() {
            Map<Boolean, List<Runs>> byUse = Stream.of(parts)
                    .<Runs>map(Objects::requireNonNull)
                    .collect(Collectors.partitioningBy(part -> part.count() > 0));
            files.delete(candidates);
            files.delete(byUse.getOrDefault(false, List.of()));
            return new Level(words, byUse.getOrDefault(true, List.of()));
        }
    }
}
