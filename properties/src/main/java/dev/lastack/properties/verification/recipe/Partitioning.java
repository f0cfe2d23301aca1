package dev.lastack.properties.verification.recipe;

import dev.lastack.checker.partition.Distribution;
import dev.lastack.checker.partition.PartitionedSetting;
import dev.lastack.checker.partition.part.Storage;
import java.util.function.Function;

/**
 * How the states of a verification are divided among the machines of a cluster.
 *
 * @param distribution runs the tasks
 * @param storages the storage for a part of the verification, by a name that may be empty
 * @param resume whether to go on from the last complete level in it, if there is one
 * @param partitions into how many partitions the states are divided
 */
public record Partitioning(
        Distribution distribution, Function<String, Storage> storages, boolean resume, int partitions) {

    /** Without better advice, enough to keep a small cluster busy. */
    public static final int USUAL_PARTITIONS = 64;

    /** Enough bits to spread states evenly, few enough to keep most neighbours together. */
    private static final int HASHED_BITS = 48;

    /** Bytes that a task may take for candidates. */
    private static final long MEMORY = 64L << 20;

    public PartitionedSetting setting(String name) {
        return new PartitionedSetting(storages.apply(name), resume, partitions, HASHED_BITS, MEMORY);
    }
}
