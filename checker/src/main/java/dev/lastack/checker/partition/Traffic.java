package dev.lastack.checker.partition;

import dev.lastack.checker.partition.part.Manifest;
import dev.lastack.checker.partition.part.Part;

/**
 * What it took to divide a search, since it began or was resumed.
 *
 * @param shipped candidates, repetitions within one shipment left out
 * @param shippedBytes what they were coded in
 * @param storedBytes all parts at the end
 * @param fullest states of the fullest partition at the end
 */
public record Traffic(long shipped, long shippedBytes, long storedBytes, long fullest) {

    static final Traffic NONE = new Traffic(0, 0, 0, 0);

    Traffic plus(ExpansionTally tally) {
        return new Traffic(shipped + tally.shipped(), shippedBytes + tally.bytes(), storedBytes, fullest);
    }

    Traffic of(Manifest manifest) {
        long most = manifest.parts().stream()
                .mapToLong(parts -> parts.stream().mapToLong(Part::states).sum())
                .max()
                .orElse(0);
        return new Traffic(shipped, shippedBytes, manifest.bytes(), most);
    }
}
