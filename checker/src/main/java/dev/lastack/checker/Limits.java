package dev.lastack.checker;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * How far, and with what, an exploration may go.
 *
 * @param maxStates distinct states; the search ends at the end of the level that exceeds it
 * @param maxBytes memory of store, frontier and levels together
 * @param timeout wall-clock time
 * @param workers threads, at least 1; the result does not depend on it, unless the search is lossy
 * @param lossyBits if present, states are told apart by a hash of this many bits, {@value #FEWEST_LOSSY_BITS} to 64;
 *     some may be omitted, so nothing is then said to hold
 */
public record Limits(long maxStates, long maxBytes, Duration timeout, int workers, OptionalInt lossyBits) {

    /** The fewest bits by which states may be told apart. */
    public static final int FEWEST_LOSSY_BITS = 24;

    /** No limit but the heap, one worker per core, no state omitted. */
    public static Limits none() {
        return new Limits(
                Long.MAX_VALUE,
                Runtime.getRuntime().maxMemory() / 10 * 7,
                Duration.ofDays(365),
                Runtime.getRuntime().availableProcessors(),
                OptionalInt.empty());
    }

    public Limits withWorkers(int workers) {
        return new Limits(maxStates, maxBytes, timeout, workers, lossyBits);
    }

    public Limits withMaxStates(long maxStates) {
        return new Limits(maxStates, maxBytes, timeout, workers, lossyBits);
    }

    public Limits withMaxBytes(long maxBytes) {
        return new Limits(maxStates, maxBytes, timeout, workers, lossyBits);
    }

    public Limits withTimeout(Duration timeout) {
        return new Limits(maxStates, maxBytes, timeout, workers, lossyBits);
    }

    /** Tells states apart by a hash of {@code bits} bits. */
    public Limits lossy(int bits) {
        return new Limits(maxStates, maxBytes, timeout, workers, OptionalInt.of(bits));
    }
}
