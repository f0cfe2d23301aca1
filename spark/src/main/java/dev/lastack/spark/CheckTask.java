package dev.lastack.spark;

import dev.lastack.checker.partition.LevelStep;
import java.util.Iterator;
import org.apache.spark.SparkEnv;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;

/** Finds out, before the first level, whether an executor can work on the search; returns what keeps it from that. */
record CheckTask(Broadcast<LevelStep> step) implements FlatMapFunction<Integer, String> {

    @Override
    public Iterator<String> call(Integer number) {
        return step
                .value()
                .complaint()
                .map(why -> SparkEnv.get().blockManager().blockManagerId().host() + ": " + why)
                .stream()
                .iterator();
    }
}
