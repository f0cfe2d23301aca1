package dev.lastack.capture.scenario;

/** How an end chose its initial sequence numbers, as far as consecutive incarnations show (RFC 9293 §3.4.1). */
enum InitialNumbers {
    NOT_OBSERVED("monotonic", "one incarnation was recorded, which shows no rule; RFC 6528 is assumed"),
    CONSTANT("constant", "the same number in each incarnation"),
    MONOTONIC("monotonic", "each incarnation began beyond the last number of the one before"),
    RANDOM("random", "an incarnation began at or before the last number of the one before");

    private final String value;
    private final String words;

    InitialNumbers(String value, String words) {
        this.value = value;
        this.words = words;
    }

    /** One step, from the incarnation that began at {@code oldIss} and used the numbers below {@code oldNext}. */
    static InitialNumbers between(int oldIss, int oldNext, int iss) {
        if (iss == oldIss) {
            return CONSTANT;
        }
        return iss - oldNext >= 0 ? MONOTONIC : RANDOM;
    }

    /** The rule that allows both. */
    InitialNumbers and(InitialNumbers other) {
        if (this == NOT_OBSERVED || this == other) {
            return other;
        }
        return other == NOT_OBSERVED ? this : RANDOM;
    }

    String value() {
        return value;
    }

    String words() {
        return words;
    }
}
