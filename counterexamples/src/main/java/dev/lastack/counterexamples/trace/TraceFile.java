package dev.lastack.counterexamples.trace;

import dev.lastack.counterexamples.Counterexample;
import dev.lastack.counterexamples.Counterexample.BrokenClaim;
import dev.lastack.model.view.StateView;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.text.UnsuitableFileException;
import dev.lastack.scenario.text.UserFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A counterexample as it stands in a file, read but not believed: {@link Replay} holds it against the model.
 *
 * <p>The format is ITF, the Informal Trace Format of Apalache; {@code docs/trace-format.md} describes it.
 *
 * @param source the file as the user named it
 * @param variant the name of the variant in Java that decided; empty if there was none
 * @param origin the scenario file it came from, if it names one
 * @param states one more than there are steps
 * @param loopStart for a lasso: the number of steps before the part that repeats
 */
public record TraceFile(
        String source,
        Scenario scenario,
        String variant,
        Optional<ScenarioOrigin> origin,
        BrokenClaim claim,
        List<StateView> states,
        List<Label> steps,
        OptionalInt loopStart) {

    /** The version of the format that this code reads and writes. */
    public static final int VERSION = 1;

    /** The usual end of a file's name. */
    public static final String EXTENSION = ".itf.json";

    /** No trace comes near; a file beyond is something else. */
    private static final int LARGEST_MEBIBYTES = 64;

    public TraceFile {
        states = List.copyOf(states);
        steps = List.copyOf(steps);
    }

    /** A step as the file names it: the action in the transition system, and the same for people. */
    public record Label(int action, String text) {}

    /**
     * Reads a trace file.
     *
     * @throws TraceFileException if it cannot be read, is no trace file, or is one of another version
     */
    public static TraceFile read(Path file) {
        try {
            byte[] octets = UserFile.read(file, "a trace file", LARGEST_MEBIBYTES);
            return parse(
                    file.toString(),
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(octets))
                            .toString());
        } catch (UnsuitableFileException e) {
            throw new TraceFileException(file.toString(), "it " + e.getReason());
        } catch (IOException e) {
            throw new TraceFileException(file.toString(), "cannot be read: " + AtomicFile.reason(e));
        }
    }

    /**
     * Reads the text of a trace file; complaints name {@code source}.
     *
     * @throws TraceFileException if it is no trace file, or one of another version
     */
    public static TraceFile parse(String source, String text) {
        return new TraceReader(source).read(text);
    }

    /**
     * Writes {@code counterexample} whole or not at all.
     *
     * @throws TraceFileException if it cannot be written
     */
    public static void write(Path file, Counterexample counterexample) {
        AtomicFile.write(file, text(counterexample).getBytes(StandardCharsets.UTF_8));
    }

    /** The text of the file that {@link #write} writes. */
    public static String text(Counterexample counterexample) {
        return text(counterexample, Optional.empty());
    }

    /** The same, naming the scenario file that the run was found in. */
    public static String text(Counterexample counterexample, Optional<ScenarioOrigin> origin) {
        return TraceWriter.text(counterexample, origin);
    }

    /** One line if the scenario file that this trace came from now says something else. */
    public Optional<String> edited() {
        return origin.flatMap(file -> file.edited(claim));
    }
}
