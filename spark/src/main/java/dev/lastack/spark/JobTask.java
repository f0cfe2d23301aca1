package dev.lastack.spark;

import dev.lastack.checker.partition.Job;
import java.io.Serializable;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.Function;

/** Runs a job in an executor. */
record JobTask<R extends Serializable>() implements Function<Job<R>, R> {

    @Override
    public R call(Job<R> job) {
        TaskContext task = TaskContext.get();
        R result = job.run(task::isInterrupted);
        // What was done only in part must not be returned.
        task.killTaskIfInterrupted();
        return result;
    }
}
