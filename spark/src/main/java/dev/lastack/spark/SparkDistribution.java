package dev.lastack.spark;

import dev.lastack.checker.Workspace;
import dev.lastack.checker.partition.Backward;
import dev.lastack.checker.partition.Distribution;
import dev.lastack.checker.partition.LevelStep;
import dev.lastack.checker.partition.TaskOutcome;
import dev.lastack.checker.search.Predecessor;
import dev.lastack.checker.search.StopCondition;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.rdd.RDD;
import org.jspecify.annotations.Nullable;

/** Runs each level as one Spark job: expand, shuffle, merge. */
final class SparkDistribution implements Distribution {

    /** Tasks for each core, so that every executor has at least one while others start. */
    private static final int CHECKS_PER_CORE = 4;

    private final JavaSparkContext context;

    /** Of each partition the host that wrote its latest part. */
    private final Map<Integer, String> hosts = new HashMap<>();

    SparkDistribution(JavaSparkContext context) {
        this.context = context;
    }

    /** A number for each partition, where its parts were written. */
    JavaRDD<Integer> numbers(int partitions) {
        return located(anywhere(partitions));
    }

    private JavaRDD<Integer> anywhere(int count) {
        return context.parallelize(IntStream.range(0, count).boxed().toList(), count);
    }

    private <T> JavaRDD<T> located(JavaRDD<T> data) {
        List<String> wanted = IntStream.range(0, data.getNumPartitions())
                .mapToObj(partition -> hosts.getOrDefault(partition, ""))
                .toList();
        RDD<T> located = new LocatedRdd<>(data.rdd(), wanted);
        return located.toJavaRDD();
    }

    @Override
    public void check(LevelStep step, StopCondition halt) {
        Broadcast<LevelStep> shared = context.broadcast(step);
        int tasks = Math.max(2, context.defaultParallelism()) * CHECKS_PER_CORE;
        try {
            Optional<List<String>> complaints = Awaiting.result(
                    anywhere(tasks).flatMap(new CheckTask(shared)).collectAsync(), () -> isOver(halt));
            complaints.flatMap(all -> all.stream().findFirst()).ifPresent(first -> {
                throw new Workspace.Unusable("executor on " + first, "cannot work on this search");
            });
        } catch (UncheckedIOException e) {
            // Its classes may be so different that not even the task can be read.
            throw new Workspace.Unusable("executors", "cannot work on this search: " + e.getMessage());
        } finally {
            shared.destroy();
        }
    }

    @Override
    public List<TaskOutcome> advance(LevelStep step, StopCondition halt) {
        // Told once to each executor, not once to each task.
        Broadcast<LevelStep> shared = context.broadcast(step);
        try {
            JavaRDD<PlacedOutcome> merged = numbers(step.partitions())
                    .mapPartitionsToPair(new ExpandTask(shared))
                    .partitionBy(new OwnerPartitioner(step.partitions()))
                    .mapPartitionsWithIndex(new MergeTask(shared), true);
            Optional<List<PlacedOutcome>> outcomes =
                    Awaiting.result(located(merged).collectAsync(), () -> isOver(halt));
            if (outcomes.isEmpty()) {
                halt.request("the search was interrupted");
                return List.of();
            }
            outcomes.get().forEach(placed -> hosts.put(placed.outcome().partition(), placed.host()));
            return outcomes.get().stream().map(PlacedOutcome::outcome).toList();
        } finally {
            shared.destroy();
        }
    }

    private static boolean isOver(StopCondition halt) {
        halt.refresh();
        return halt.requested();
    }

    @Override
    public List<List<@Nullable Predecessor>> goBack(Backward backward) {
        Broadcast<Backward> shared = context.broadcast(backward);
        try {
            return Awaiting.result(
                            numbers(backward.parts().size())
                                    .map(new BackwardTask(shared))
                                    .collectAsync(),
                            () -> false)
                    .orElseThrow(() -> new UncheckedIOException(new InterruptedIOException("interrupted")));
        } finally {
            shared.destroy();
        }
    }

    @Override
    public void close() {
        // The connection is the cluster's.
    }
}
