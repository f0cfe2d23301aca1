package dev.lastack.spark;

import java.util.List;
import org.apache.spark.Partition;
import org.apache.spark.TaskContext;
import org.apache.spark.rdd.RDD;
import scala.collection.Iterator;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The same data, but each partition is best computed on a given host, which has its parts at hand: in the cache of a shared
 * folder, or as a replica of a distributed file system.
 */
final class LocatedRdd<T> extends RDD<T> {

    private static final long serialVersionUID = 1;

    /** Of each partition the host, or an empty text. Only the driver asks. */
    private final transient List<String> hosts;

    LocatedRdd(RDD<T> data, List<String> hosts) {
        super(data, data.elementClassTag());
        this.hosts = hosts;
    }

    @Override
    public Iterator<T> compute(Partition split, TaskContext context) {
        return firstParent(elementClassTag()).iterator(split, context);
    }

    @Override
    public Partition[] getPartitions() {
        return firstParent(elementClassTag()).partitions();
    }

    @Override
    public Seq<String> getPreferredLocations(Partition split) {
        String host = hosts.get(split.index());
        List<String> known = host.isEmpty() ? List.of() : List.of(host);
        return CollectionConverters.asScala(known).toSeq();
    }
}
