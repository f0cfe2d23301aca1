package dev.lastack.checker;

import java.time.Duration;

/**
 * How far an exploration may go.
 *
 * @param maxStates distinct states; the search ends at the end of the level that exceeds it
 * @param maxBytes memory of store, frontier and levels together
 * @param timeout wall-clock time
 * @param workers threads, at least 1; the result does not depend on it
 */
public record Limits(long maxStates, long maxBytes, Duration timeout, int workers) {

    /** No limit but the heap, one worker per core. */
    public static Limits none() {
        return new Limits(
                Long.MAX_VALUE,
                Runtime.getRuntime().maxMemory() / 10 * 7,
                Duration.ofDays(365),
                Runtime.getRuntime().availableProcessors());
    }

    public Limits withWorkers(int workers) {
        return new Limits(maxStates, maxBytes, timeout, workers);
    }

    public Limits withMaxStates(long maxStates) {
        return new Limits(maxStates, maxBytes, timeout, workers);
    }

    public Limits withMaxBytes(long maxBytes) {
        return new Limits(maxStates, maxBytes, timeout, workers);
    }

    public Limits withTimeout(Duration timeout) {
        return new Limits(maxStates, maxBytes, timeout, workers);
    }
}
