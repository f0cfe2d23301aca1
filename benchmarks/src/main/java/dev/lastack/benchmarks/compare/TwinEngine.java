package dev.lastack.benchmarks.compare;

import dev.lastack.benchmarks.twin.TwinConstants;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A checker that explores the twin in a separate process. */
interface TwinEngine {

    /** The tool and how it is run, in a few words. */
    String name();

    /** Threads or processes that search. */
    int workers();

    /** Whether membership is decided on whole states. */
    boolean exact();

    /** Whether the kernel's account of the process holds the CPU time of all its workers. */
    default boolean cpuTimeIsWhole() {
        return true;
    }

    /** The tool's own word for its version. */
    String version() throws IOException, InterruptedException;

    /** Compiles or configures what {@link #command} needs, in the empty directory {@code directory}. */
    void prepare(TwinConstants constants, Path directory) throws IOException, InterruptedException;

    /** The process to measure; it runs in {@code directory}. */
    List<String> command(TwinConstants constants, Path directory);

    /** What a run reports of itself on stdout, corrected for what the tool counts in addition to the twin. */
    Counts counts(String output);
}
