package dev.lastack.spark;

import dev.lastack.checker.partition.Expansion;
import dev.lastack.checker.partition.LevelStep;
import dev.lastack.checker.partition.Shipment;
import java.util.Iterator;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.PairFlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.TaskCompletionListener;
import scala.Tuple2;

/** The map side of a level: expands one partition, and hands over each shipment as it is ready. */
record ExpandTask(Broadcast<LevelStep> step) implements PairFlatMapFunction<Iterator<Integer>, Integer, byte[]> {

    @Override
    public Iterator<Tuple2<Integer, byte[]>> call(Iterator<Integer> partition) {
        Expansion expansion = new Expansion(step.value(), partition.next());
        TaskCompletionListener close = context -> expansion.close();
        TaskContext.get().addTaskCompletionListener(close);
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                TaskContext.get().killTaskIfInterrupted();
                return expansion.hasNext();
            }

            @Override
            public Tuple2<Integer, byte[]> next() {
                Shipment shipment = expansion.next();
                return new Tuple2<>(shipment.owner(), shipment.content());
            }
        };
    }
}
