package dev.lastack.checker.partition.part;

import java.io.Serializable;

/**
 * A part file: states of one partition, in order.
 *
 * @param name unique to the try that wrote it
 * @param length in bytes
 * @param checksum CRC-32C of its footer, and thereby of all that is in it: tells it from a whole part of another search
 * @param states how many there are, at least 1
 * @param firstLevel the first level that its states are of
 * @param lastLevel the last one; the same unless parts were merged
 */
public record Part(String name, long length, int checksum, long states, int firstLevel, int lastLevel)
        implements Serializable {

    public boolean covers(int level) {
        return firstLevel <= level && level <= lastLevel;
    }
}
