package dev.lastack.cli.terminal;

import dev.lastack.counterexamples.trace.TraceFileException;
import java.util.ArrayList;
import java.util.List;

/**
 * Files that could not be written although a probe could: the disk has filled up since, or a folder has that name. That must not
 * cost a verdict, so it is said after all verdicts are printed, and leaves the exit code to them.
 */
public final class Unwritten {

    private final List<String> complaints = new ArrayList<>();

    /** Whether {@code writing} succeeded. */
    public boolean attempt(Runnable writing) {
        try {
            writing.run();
            return true;
        } catch (TraceFileException complaint) {
            complaints.add(String.valueOf(complaint.getMessage()));
            return false;
        }
    }

    /** A line for each file. */
    public void tell(Terminal terminal) {
        terminal.out().flush();
        complaints.forEach(complaint -> terminal.err().println("lastack: " + complaint));
    }
}
