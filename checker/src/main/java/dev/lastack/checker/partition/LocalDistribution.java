package dev.lastack.checker.partition;

import dev.lastack.checker.search.Predecessor;
import dev.lastack.checker.search.StopCondition;
import dev.lastack.checker.search.WorkerPool;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Runs all tasks in this process, several at once. */
public final class LocalDistribution implements Distribution {

    private final WorkerPool crew;
    private final Path scratch;
    private final String process = UUID.randomUUID().toString();
    private final AtomicInteger attempts = new AtomicInteger();

    /** With {@code workers} threads; what does not fit into memory goes to new files in {@code scratch}. */
    public LocalDistribution(int workers, Path scratch) {
        this.crew = new WorkerPool(workers);
        this.scratch = scratch;
    }

    @Override
    public void check(LevelStep step, StopCondition halt) {
        // There is no other process.
    }

    @Override
    public List<TaskOutcome> advance(LevelStep step, StopCondition halt) {
        int words = step.problem().words();
        int partitions = step.partitions();
        Arrivals[] arrivals = IntStream.range(0, partitions)
                .mapToObj(owner -> new Arrivals(words, step.memory(), scratch))
                .toArray(Arrivals[]::new);
        TaskOutcome[] outcomes = new TaskOutcome[partitions];
        try {
            forEach(partitions, partition -> expand(step, partition, arrivals, halt), halt);
            forEach(
                    partitions,
                    partition -> outcomes[partition] = new Merge(step, partition, site(halt)).of(arrivals[partition]),
                    halt);
        } finally {
            Arrays.stream(arrivals).forEach(Arrivals::close);
        }
        return halt.requested() ? List.of() : List.of(outcomes);
    }

    private static void expand(LevelStep step, int partition, Arrivals[] arrivals, StopCondition halt) {
        try (Expansion expansion = new Expansion(step, partition)) {
            while (!halt.requested() && expansion.hasNext()) {
                Shipment shipment = expansion.next();
                arrivals[shipment.owner()].add(shipment.content());
            }
        }
    }

    private Site site(StopCondition halt) {
        return new Site(process + "-" + attempts.incrementAndGet(), scratch, halt::requested);
    }

    private void forEach(int partitions, IntConsumer task, StopCondition halt) {
        AtomicInteger next = new AtomicInteger();
        crew.work(
                partitions,
                hand -> {
                    for (int p = next.getAndIncrement();
                            p < partitions && !halt.requested();
                            p = next.getAndIncrement()) {
                        task.accept(p);
                    }
                },
                halt);
    }

    @Override
    public List<List<@Nullable Predecessor>> goBack(Backward backward) {
        List<List<@Nullable Predecessor>> found = new ArrayList<>();
        for (int partition = 0; partition < backward.parts().size(); partition++) {
            found.add(backward.of(partition));
        }
        return found;
    }

    @Override
    public void close() {
        crew.close();
    }
}
