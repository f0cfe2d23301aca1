package dev.lastack.endpoint;

/** Chooses the gap before a retransmission where the knobs leave a range. */
@FunctionalInterface
public interface RtoChoice {

    /** The least gap. */
    RtoChoice SHORTEST = (min, max) -> min;

    /** A gap from {@code min} to {@code max}, microseconds. */
    long choose(long min, long max);
}
