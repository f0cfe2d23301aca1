package dev.lastack.checker.partition;

import dev.lastack.checker.partition.part.PartWriter;
import dev.lastack.checker.store.disk.RunFile;
import dev.lastack.checker.store.level.LevelMerge;
import dev.lastack.checker.store.level.Memory;
import dev.lastack.checker.store.level.Rows;
import dev.lastack.checker.store.level.Run;
import dev.lastack.checker.store.level.Runs;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What was shipped to one partition. What does not fit into memory waits, merged, in files of this machine. */
final class Arrivals implements Closeable {

    private final int words;
    private final long memory;
    private final Path scratch;
    private final List<Run> runs = new ArrayList<>();
    private final List<RunFile> spilled = new ArrayList<>();
    private final List<byte[]> tallies = new ArrayList<>();
    private long bytes;

    /** Keeps up to {@code memory} bytes in memory; the rest goes to new files in {@code scratch}. */
    Arrivals(int words, long memory, Path scratch) {
        this.words = words;
        this.memory = memory;
        this.scratch = scratch;
    }

    /** Takes the content of one shipment. */
    synchronized void add(byte[] content) {
        if (Contents.isTally(content)) {
            byte[] tally = new byte[content.length - 1];
            Contents.body(content).get(tally);
            tallies.add(tally);
            return;
        }
        Run run = Run.stored(Contents.body(content), words);
        runs.add(run);
        bytes += run.bytes();
        if (bytes > memory) {
            spill();
        }
    }

    private void spill() {
        RunFile file = RunFile.create(file(), words);
        spilled.add(file);
        LevelMerge merge = merge(inMemory());
        try (LevelMerge.Merger merger = merge.merger()) {
            for (int window = 0; window < merge.windows(); window++) {
                Rows rows = merger.merge(window);
                if (rows.size > 0) {
                    file.append(List.of(Run.of(rows.states, rows.size, words)));
                }
            }
        }
        runs.clear();
        bytes = 0;
    }

    private Path file() {
        try {
            return Files.createTempFile(Files.createDirectories(scratch), "lastack-candidates-", "");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + scratch + ": " + e.getMessage(), e);
        }
    }

    private List<Runs> inMemory() {
        return runs.stream().map(run -> Runs.of(List.of(run), words)).toList();
    }

    private LevelMerge merge(List<Runs> inputs) {
        return new LevelMerge(inputs, List.of(), PartWriter.FRAME, new Memory(Long.MAX_VALUE), words);
    }

    /** Merges all states that have arrived. */
    LevelMerge merge() {
        List<Runs> inputs = new ArrayList<>(inMemory());
        inputs.addAll(spilled);
        return merge(inputs);
    }

    boolean hasStates() {
        return !runs.isEmpty() || !spilled.isEmpty();
    }

    List<byte[]> tallies() {
        return tallies;
    }

    /** How many files were needed. */
    int spills() {
        return spilled.size();
    }

    @Override
    public void close() {
        for (RunFile file : spilled) {
            try {
                Files.deleteIfExists(file.path());
            } catch (IOException e) {
                throw new UncheckedIOException("cannot delete " + file.path(), e);
            }
        }
    }
}
