package dev.lastack.checker.partition;

import dev.lastack.checker.partition.part.Storage;

/**
 * How the states of a search are kept.
 *
 * @param storage where; seen by every process of the search
 * @param resume whether to go on from the last complete level in it, if there is one
 * @param partitions into how many parts the states are divided
 * @param hashedBits how many leading bits of a state say to which partition it belongs
 * @param memory bytes that one task may take for candidates
 */
public record PartitionedSetting(Storage storage, boolean resume, int partitions, int hashedBits, long memory) {

    public PartitionedSetting {
        if (memory < 1) {
            throw new IllegalArgumentException("memory: " + memory + " is not in the range 1..");
        }
    }
}
