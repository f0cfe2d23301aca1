package dev.lastack.spark;

import dev.lastack.checker.Workspace;
import dev.lastack.checker.partition.Backward;
import dev.lastack.checker.partition.Distribution;
import dev.lastack.checker.partition.LevelStep;
import dev.lastack.checker.partition.TaskOutcome;
import dev.lastack.checker.search.Predecessor;
import dev.lastack.checker.search.StopCondition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.jspecify.annotations.Nullable;

/** Runs each level as one Spark job: expand, shuffle, merge. */
final class SparkDistribution implements Distribution {

    private static final long WATCH_MILLIS = 100;

    /** Tasks for each core, so that every executor has at least one while others start. */
    private static final int CHECKS_PER_CORE = 4;

    private final JavaSparkContext context;

    SparkDistribution(JavaSparkContext context) {
        this.context = context;
    }

    private JavaRDD<Integer> numbers(int count) {
        return context.parallelize(IntStream.range(0, count).boxed().toList(), count);
    }

    @Override
    public void check(LevelStep step) {
        Broadcast<LevelStep> shared = context.broadcast(step);
        int tasks = Math.max(2, context.defaultParallelism()) * CHECKS_PER_CORE;
        try {
            List<String> complaints =
                    numbers(tasks).flatMap(new CheckTask(shared)).collect();
            if (!complaints.isEmpty()) {
                throw new Workspace.Unusable("executor on " + complaints.get(0), "cannot work on this search");
            }
        } finally {
            shared.destroy();
        }
    }

    @Override
    public List<TaskOutcome> advance(LevelStep step, StopCondition halt) {
        // Told once to each executor, not once to each task.
        Broadcast<LevelStep> shared = context.broadcast(step);
        try {
            JavaFutureAction<List<TaskOutcome>> job = numbers(step.partitions())
                    .mapPartitionsToPair(new ExpandTask(shared))
                    .partitionBy(new OwnerPartitioner(step.partitions()))
                    .mapPartitionsWithIndex(new MergeTask(shared), true)
                    .collectAsync();
            return await(job, halt);
        } finally {
            shared.destroy();
        }
    }

    private static List<TaskOutcome> await(JavaFutureAction<List<TaskOutcome>> job, StopCondition halt) {
        while (true) {
            try {
                return job.get(WATCH_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                halt.refresh();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                halt.request("the search was interrupted");
            } catch (ExecutionException e) {
                if (halt.requested()) {
                    return List.of();
                }
                throw failure(e);
            }
            if (halt.requested()) {
                job.cancel(true);
                return List.of();
            }
        }
    }

    /** What a task threw, if that is why Spark gave up; else what Spark says, which ends the search but loses nothing. */
    private static RuntimeException failure(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Workspace.Unusable || cause instanceof UncheckedIOException) {
                return (RuntimeException) cause;
            }
            if (cause instanceof AssertionError defect) {
                throw defect;
            }
        }
        Throwable said = thrown instanceof ExecutionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        String first = String.valueOf(said.getMessage()).lines().findFirst().orElse("");
        String why = "Apache Spark gave up: " + first;
        return new UncheckedIOException(why, new IOException(why, thrown));
    }

    @Override
    public List<List<@Nullable Predecessor>> goBack(Backward backward) {
        Broadcast<Backward> shared = context.broadcast(backward);
        try {
            return numbers(backward.parts().size())
                    .map(new BackwardTask(shared))
                    .collect();
        } catch (RuntimeException e) {
            throw failure(e);
        } finally {
            shared.destroy();
        }
    }

    @Override
    public void close() {
        // The connection is the cluster's.
    }
}
