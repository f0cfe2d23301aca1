package dev.lastack.capture.conformance;

import java.util.OptionalLong;

/**
 * Whether a stack can have sent what was recorded of an end.
 *
 * @param packet the first that it cannot explain
 * @param sentence what that packet is and what the end could be in before
 */
public record Fit(Verdict verdict, OptionalLong packet, String sentence) {

    /** The answer. */
    public enum Verdict {
        EXPLAINED,
        REFUTED,
        /** The search had to leave out possibilities and found none among the rest. */
        UNDECIDED
    }

    static Fit explained() {
        return new Fit(Verdict.EXPLAINED, OptionalLong.empty(), "");
    }

    static Fit refuted(Recorded one, String states) {
        return new Fit(Verdict.REFUTED, OptionalLong.of(one.packet()), one + " in " + states);
    }

    static Fit undecided(Recorded one) {
        return new Fit(Verdict.UNDECIDED, OptionalLong.of(one.packet()), "too many possibilities");
    }
}
