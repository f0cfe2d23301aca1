package dev.lastack.checker;

/** Told of a running exploration about ten times a second, by one thread. */
@FunctionalInterface
public interface Progress {

    /** Nobody is watching. */
    Progress NONE = report -> true;

    /** Returns false to end the exploration; its verdicts are then inconclusive. */
    boolean report(Report report);

    /** Where an exploration stands. {@code queued}: states of this level and the next not yet expanded. */
    record Report(long distinct, long generated, int level, long queued, long bytes, double seconds) {}
}
