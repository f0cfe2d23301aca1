package dev.lastack.spark;

import dev.lastack.checker.partition.Backward;
import dev.lastack.checker.search.Predecessor;
import java.util.List;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;
import org.jspecify.annotations.Nullable;

/** Goes back one level in one partition, once all levels are done. */
record BackwardTask(Broadcast<Backward> backward) implements Function<Integer, List<@Nullable Predecessor>> {

    @Override
    public List<@Nullable Predecessor> call(Integer partition) {
        return backward.value().of(partition);
    }
}
