package dev.lastack.counterexamples.trace;

import dev.lastack.scenario.text.Escape;
import dev.lastack.scenario.text.InputException;

/** A trace file that cannot be read or written. The message is one line: the file, the place in it, what is wrong. */
public final class TraceFileException extends InputException {

    private static final long serialVersionUID = 1L;

    public TraceFileException(String source, String problem) {
        super(Escape.line(source + ": " + problem.strip()));
    }
}
