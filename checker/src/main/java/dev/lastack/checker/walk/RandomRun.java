package dev.lastack.checker.walk;

import dev.lastack.checker.Trace;

/** A random run and why it ended. */
public record RandomRun(Trace run, End end) {

    /** Why a run ended. */
    public enum End {
        /** Its last state is one that was looked for. */
        REACHED,
        /** It has as many steps as were asked for. */
        LONG_ENOUGH,
        /** No step of positive weight leaves its last state. */
        STUCK
    }
}
