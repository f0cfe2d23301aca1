package dev.lastack.cli.verify;

import dev.lastack.cli.terminal.Invocation;
import dev.lastack.cli.terminal.ShellWord;
import dev.lastack.cli.terminal.Unwritten;
import dev.lastack.counterexamples.Counterexample;
import dev.lastack.counterexamples.trace.OutputFolder;
import dev.lastack.counterexamples.trace.ScenarioOrigin;
import dev.lastack.counterexamples.trace.TraceFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A counterexample and its trace file.
 *
 * @param file empty if it could not be written
 * @param jars with the classes that decided in it, if it was not the knobs
 */
public record WrittenTrace(Optional<Path> file, Counterexample run, List<Path> jars) {

    /** Writes {@code run} as the file {@code name} with the usual extension; a failure goes to {@code unwritten}. */
    public static WrittenTrace write(
            Counterexample run,
            Optional<ScenarioOrigin> origin,
            OutputFolder folder,
            String name,
            Unwritten unwritten) {
        byte[] text = TraceFile.text(run, origin).getBytes(StandardCharsets.UTF_8);
        String fileName = name + TraceFile.EXTENSION;
        boolean written = unwritten.attempt(() -> folder.write(fileName, text));
        return new WrittenTrace(written ? Optional.of(folder.file(fileName)) : Optional.empty(), run, List.of());
    }

    /** The same, whose variant is in {@code classes}. */
    WrittenTrace needing(List<Path> classes) {
        return new WrittenTrace(file, run, classes);
    }

    /** The command that executes it again, if there is a file. */
    public Optional<String> replayCommand() {
        String classes = jars.isEmpty()
                ? ""
                : " --jars " + ShellWord.of(jars.stream().map(Path::toString).collect(Collectors.joining(",")));
        return file.map(path -> Invocation.name() + " replay " + ShellWord.of(path.toString()) + classes);
    }
}
