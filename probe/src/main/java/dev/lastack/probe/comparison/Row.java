package dev.lastack.probe.comparison;

import dev.lastack.probe.measurement.Setting;

/**
 * One knob of a variant and what was measured.
 *
 * @param knob its name
 * @param setting the sysctls under which it was measured
 * @param stated its value, as the variant writes it, or its default
 * @param measured in the words of the knob where there are any, else a number
 */
public record Row(String knob, Setting setting, String stated, String measured, Verdict verdict) {

    /** How the two relate. */
    public enum Verdict {
        AGREES,
        DIFFERS,
        /** The variant leaves the knob at a default that stands for no claim about this stack. */
        NOT_STATED,
        /** Something went wrong; {@link Row#measured} says what. */
        NOT_MEASURED
    }
}
