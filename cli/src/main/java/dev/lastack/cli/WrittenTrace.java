package dev.lastack.cli;

import dev.lastack.counterexamples.Counterexample;
import java.nio.file.Path;

/** A counterexample and the file that it was written to. */
record WrittenTrace(Path file, Counterexample run) {

    /** The command that executes it again. */
    String replayCommand() {
        return "lastack replay " + ShellWord.of(file.toString());
    }
}
