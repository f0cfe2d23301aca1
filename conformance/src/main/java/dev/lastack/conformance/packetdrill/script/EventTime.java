package dev.lastack.conformance.packetdrill.script;

/**
 * When an event happens, in microseconds.
 *
 * @param from the instant, or the first of the range
 * @param until the last of the range; equal to {@code from} where there is none
 */
public record EventTime(Kind kind, long from, long until) {

    /** The five forms of a time. */
    public enum Kind {
        /** {@code 0.1}: since the start. */
        ABSOLUTE,
        /** {@code +0.1}: since the event before. */
        RELATIVE,
        /** {@code 0.1~0.2}. */
        ABSOLUTE_RANGE,
        /** {@code +0.1~+0.2}. */
        RELATIVE_RANGE,
        /** {@code *}: whenever. */
        ANY
    }

    public boolean relative() {
        return kind == Kind.RELATIVE || kind == Kind.RELATIVE_RANGE;
    }

    /** Whether what really happens, not the script, says when this event was. */
    public boolean flexible() {
        return kind == Kind.ANY || kind == Kind.ABSOLUTE_RANGE || kind == Kind.RELATIVE_RANGE;
    }
}
