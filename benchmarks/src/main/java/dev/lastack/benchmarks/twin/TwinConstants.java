package dev.lastack.benchmarks.twin;

import java.util.Arrays;
import java.util.List;

/**
 * The constants of the twin, in the order in which its three sources name them.
 *
 * @param modulus M, sequence numbers are 0 to M-1; 2 to 8
 * @param life L, ticks until a segment leaves the network; 1 to 8
 * @param timeWait TW, ticks in TIME-WAIT; 1 to 6
 * @param capacity CAP, segments in flight in both directions together; 1 to 7
 * @param data D, octets each user may send in an incarnation; 0 to 7
 */
public record TwinConstants(int modulus, int life, int timeWait, int capacity, int data) {

    public TwinConstants {
        require("M", modulus, 2, 8);
        require("L", life, 1, 8);
        require("TW", timeWait, 1, 6);
        require("CAP", capacity, 1, 7);
        require("D", data, 0, 7);
    }

    /** Reads "M L TW CAP D", for example "4 2 2 3 1". */
    public static TwinConstants parse(String text) {
        List<Integer> values;
        try {
            values = Arrays.stream(text.trim().split("\\s+"))
                    .map(Integer::valueOf)
                    .toList();
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("the twin's constants are five numbers, M L TW CAP D: " + text, e);
        }
        if (values.size() != 5) {
            throw new IllegalArgumentException("the twin's constants are five numbers, M L TW CAP D: " + text);
        }
        return new TwinConstants(values.get(0), values.get(1), values.get(2), values.get(3), values.get(4));
    }

    private static void require(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "the twin's %s is %d; it must be from %d to %d".formatted(name, value, least, most));
        }
    }

    /** The form that {@link #parse} reads. */
    @Override
    public String toString() {
        return "%d %d %d %d %d".formatted(modulus, life, timeWait, capacity, data);
    }
}
