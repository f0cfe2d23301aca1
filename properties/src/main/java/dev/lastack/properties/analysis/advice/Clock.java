package dev.lastack.properties.analysis.advice;

import java.time.Duration;

/** The time that all explorations of one advice share. */
final class Clock {

    private final long start = System.nanoTime();
    private final Duration budget;

    Clock(Duration budget) {
        this.budget = budget;
    }

    /** What is left of the first {@code percent} of the budget; zero if that is used up. */
    Duration leftOf(int percent) {
        Duration part = budget.dividedBy(100).multipliedBy(percent);
        Duration left = part.minusNanos(System.nanoTime() - start);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
