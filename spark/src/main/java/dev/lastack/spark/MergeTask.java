package dev.lastack.spark;

import dev.lastack.checker.partition.LevelStep;
import dev.lastack.checker.partition.Merge;
import dev.lastack.checker.partition.Site;
import dev.lastack.checker.partition.TaskOutcome;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.SparkEnv;
import org.apache.spark.SparkFiles;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.Function2;
import org.apache.spark.broadcast.Broadcast;
import scala.Tuple2;

/** The reduce side of a level: merges what was shipped to one partition. */
record MergeTask(Broadcast<LevelStep> step)
        implements Function2<Integer, Iterator<Tuple2<Integer, byte[]>>, Iterator<PlacedOutcome>> {

    @Override
    public Iterator<PlacedOutcome> call(Integer partition, Iterator<Tuple2<Integer, byte[]>> shipped) {
        Iterator<byte[]> contents = new Iterator<>() {
            @Override
            public boolean hasNext() {
                return shipped.hasNext();
            }

            @Override
            public byte[] next() {
                return shipped.next()._2;
            }
        };
        TaskOutcome outcome = new Merge(step.value(), partition, site()).of(contents);
        // What was merged only in part must not be returned.
        TaskContext.get().killTaskIfInterrupted();
        String host = SparkEnv.get().blockManager().blockManagerId().host();
        return List.of(new PlacedOutcome(outcome, host)).iterator();
    }

    private static Site site() {
        TaskContext task = TaskContext.get();
        // Attempts are numbered from 0 in every application, and a resumed search is another application.
        String attempt = SparkEnv.get().conf().getAppId() + "-" + task.taskAttemptId();
        return new Site(attempt, Path.of(SparkFiles.getRootDirectory()), task::isInterrupted);
    }
}
