package dev.lastack.checker.partition;

import java.io.Serializable;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Has jobs done by whichever process of a cluster is free. */
public interface Jobs {

    /** How many jobs are done at a time by all processes together, at least 1. */
    int atATime();

    /** How many of them one process does at a time, at least 1. */
    int atATimeInAProcess();

    /**
     * Waits for the result of a job; empty as soon as {@code halted}, which is asked about ten times a second. May be
     * called by several threads.
     *
     * @throws java.io.UncheckedIOException if the cluster gives up
     * @throws dev.lastack.checker.Workspace.Unusable if a process cannot do such work
     */
    <R extends Serializable> Optional<R> run(Job<R> job, BooleanSupplier halted);
}
