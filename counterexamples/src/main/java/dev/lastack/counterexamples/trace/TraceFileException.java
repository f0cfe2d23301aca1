package dev.lastack.counterexamples.trace;

/** A trace file that cannot be read or written. The message is one line: the file, the place in it, what is wrong. */
public final class TraceFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TraceFileException(String source, String problem) {
        super(source + ": " + problem.strip().replaceAll("\\s*\\R\\s*", " "));
    }
}
