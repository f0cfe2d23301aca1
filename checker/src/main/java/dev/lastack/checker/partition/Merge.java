package dev.lastack.checker.partition;

import dev.lastack.checker.partition.part.Compaction;
import dev.lastack.checker.partition.part.Part;
import dev.lastack.checker.partition.part.PartFile;
import dev.lastack.checker.partition.part.PartWriter;
import dev.lastack.checker.partition.part.SeenCursor;
import dev.lastack.checker.search.PropertyMonitor;
import dev.lastack.checker.store.level.LevelMerge;
import dev.lastack.checker.store.level.Rows;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The task that finds out which of the candidates shipped to a partition are new, and writes those to a part. */
public final class Merge {

    private final LevelStep step;
    private final int partition;
    private final Site site;
    private final Problem problem;
    private final int words;
    private final PropertyMonitor watch;
    private final List<Part> seen;

    public Merge(LevelStep step, int partition, Site site) {
        this.step = step;
        this.partition = partition;
        this.site = site;
        this.problem = step.problem();
        this.words = problem.words();
        this.watch = new PropertyMonitor(words, problem.properties(), step.known(problem));
        this.seen = step.seen().get(partition);
    }

    /** Merges the contents of all shipments to this partition. */
    public TaskOutcome of(Iterator<byte[]> shipped) {
        try (Arrivals arrivals = new Arrivals(words, step.memory(), site.scratch())) {
            while (shipped.hasNext() && !site.halted().getAsBoolean()) {
                arrivals.add(shipped.next());
            }
            return of(arrivals);
        }
    }

    TaskOutcome of(Arrivals arrivals) {
        watch.open();
        Optional<Part> found = arrivals.hasStates() ? Optional.ofNullable(write(arrivals)) : Optional.empty();
        List<Part> parts = new ArrayList<>(compacted());
        found.ifPresent(parts::add);
        return new TaskOutcome(partition, parts, found.map(Part::states).orElse(0L), arrivals.tallies(), sightings());
    }

    private @Nullable Part write(Arrivals arrivals) {
        List<PartFile> files = new ArrayList<>();
        PartWriter writer = null;
        try {
            // Most candidates that were seen before were seen lately.
            for (int i = seen.size() - 1; i >= 0; i--) {
                files.add(new PartFile(step.storage(), seen.get(i), words));
            }
            List<SeenCursor> cursors =
                    files.stream().map(file -> new SeenCursor(file, words)).toList();
            LevelMerge merge = arrivals.merge();
            try (LevelMerge.Merger merger = merge.merger()) {
                for (int window = 0; window < merge.windows() && !site.halted().getAsBoolean(); window++) {
                    Rows rows = merger.merge(window);
                    cursors.forEach(cursor -> cursor.drop(rows));
                    if (rows.size > 0) {
                        writer = writer == null ? new PartWriter(step.storage(), name("part"), words) : writer;
                        write(rows, writer);
                    }
                }
            }
            return writer == null ? null : writer.finish(step.level() + 1, step.level() + 1);
        } finally {
            files.forEach(PartFile::close);
            if (writer != null) {
                writer.close();
            }
        }
    }

    private void write(Rows rows, PartWriter writer) {
        for (int i = 0; i < rows.size; i++) {
            watch.state(rows.states, i * words);
        }
        writer.append(rows.states, rows.size, new byte[0]);
    }

    private String name(String kind) {
        return "%s-%05d-%05d-%s".formatted(kind, step.level() + 1, partition, site.attempt());
    }

    private List<Part> compacted() {
        int first = Compaction.firstToMerge(seen);
        if (first == seen.size() || site.halted().getAsBoolean()) {
            return seen;
        }
        List<Part> parts = new ArrayList<>(seen.subList(0, first));
        parts.add(Compaction.merge(step.storage(), seen.subList(first, seen.size()), name("part-merged"), words));
        return parts;
    }

    private byte[] sightings() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            SightingsData.write(watch, problem.properties().size(), out);
        } catch (IOException e) {
            throw new UncheckedIOException("an array cannot be written to", e);
        }
        return bytes.toByteArray();
    }
}
