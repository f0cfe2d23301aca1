package dev.lastack.spark;

import org.apache.spark.Partitioner;

/** Sends each shipment to the partition whose number is its key. */
final class OwnerPartitioner extends Partitioner {

    private static final long serialVersionUID = 1;

    private final int partitions;

    OwnerPartitioner(int partitions) {
        this.partitions = partitions;
    }

    @Override
    public int numPartitions() {
        return partitions;
    }

    @Override
    public int getPartition(Object key) {
        return (Integer) key;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OwnerPartitioner that && that.partitions == partitions;
    }

    @Override
    public int hashCode() {
        return partitions;
    }
}
