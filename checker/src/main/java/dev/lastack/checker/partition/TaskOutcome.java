package dev.lastack.checker.partition;

import dev.lastack.checker.partition.part.Part;
import java.io.Serializable;
import java.util.List;

/**
 * What a merge returns.
 *
 * @param partition whose candidates were merged
 * @param parts all parts of the partition from now on, oldest first; the last one is of the new level if it has new states
 * @param found how many new states there are
 * @param tallies of the expansions whose tallies were shipped here
 * @param sightings what the new states showed, see {@link SightingsData}
 */
@SuppressWarnings("ArrayRecordComponent")
public record TaskOutcome(int partition, List<Part> parts, long found, List<byte[]> tallies, byte[] sightings)
        implements Serializable {}
