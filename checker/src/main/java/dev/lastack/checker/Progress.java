package dev.lastack.checker;

import java.util.Optional;

/** Told of a running exploration about ten times a second, by one thread. */
@FunctionalInterface
public interface Progress {

    /** Nobody is watching. */
    Progress NONE = report -> true;

    /** Returns false to end the exploration; its verdicts are then inconclusive. */
    boolean report(Report report);

    /**
     * Where an exploration stands.
     *
     * @param queued states of this level and the next not yet expanded
     * @param stage once all states are explored, what is done with them; the other figures but the first and the last
     *     are 0 then
     */
    record Report(
            long distinct, long generated, int level, long queued, long bytes, double seconds, Optional<Stage> stage) {

        /** Of an exploration under way. */
        public Report(long distinct, long generated, int level, long queued, long bytes, double seconds) {
            this(distinct, generated, level, queued, bytes, seconds, Optional.empty());
        }
    }

    /** A part of what comes after the exploration: {@code done} of about {@code total} of what it counts. */
    record Stage(String name, String unit, long done, long total) {}
}
