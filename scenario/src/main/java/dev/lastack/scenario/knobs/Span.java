package dev.lastack.scenario.knobs;

/** A duration as it was written, not yet in ticks. */
public sealed interface Span {

    /** The greatest duration, in ticks: more would only widen the state. */
    int GREATEST = 100_000;

    /** A timer that is switched off. */
    record Off() implements Span {}

    /** A whole number of ticks. */
    record Ticks(int count) implements Span {}

    /** {@code factor*msl+offset}, the offset in ticks. */
    record OfMsl(int factor, int offset) implements Span {}

    /** Real time. */
    record Real(long nanos) implements Span {}
}
