package dev.lastack.spark;

import dev.lastack.checker.partition.Job;
import dev.lastack.checker.partition.Jobs;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.apache.spark.api.java.JavaSparkContext;

/** Runs each job as the one task of a Spark job. */
final class SparkJobs implements Jobs {

    private final JavaSparkContext context;

    SparkJobs(JavaSparkContext context) {
        this.context = context;
        // The first task is given out once the executors that were asked for are there, and then their cores are known.
        context.parallelize(List.of(0), 1).count();
    }

    @Override
    public int atATime() {
        return Math.max(1, context.defaultParallelism());
    }

    @Override
    public int atATimeInAProcess() {
        // The driver is counted too, though it does no job unless it is the only process.
        int executors = Math.max(1, context.statusTracker().getExecutorInfos().length - 1);
        return (atATime() + executors - 1) / executors;
    }

    @Override
    public <R extends Serializable> Optional<R> run(Job<R> job, BooleanSupplier halted) {
        return Awaiting.result(
                        context.parallelize(List.of(job), 1)
                                .map(new JobTask<R>())
                                .collectAsync(),
                        halted)
                .map(results -> results.get(0));
    }
}
