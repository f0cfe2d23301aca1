package dev.lastack.benchmarks.compare;

import dev.lastack.benchmarks.twin.TwinConstants;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * This engine on the twin: the command {@code twin} of the benchmarks, from the jar and the JDK that run now.
 *
 * @param liveness whether it decides TwMoves under a fair tick as well
 */
record Lastack(int workers, boolean liveness) implements Engine {

    private static final String CLASSES = "lastack.jsa";
    private static final TwinConstants SMALLEST = TwinConstants.parse("2 1 1 1 0");

    private static final Pattern DISTINCT = Pattern.compile("distinct=(\\d+)");
    private static final Pattern GENERATED = Pattern.compile("generated=(\\d+)");
    private static final Pattern BYTES = Pattern.compile("bytes=(\\d+)");

    @Override
    public String name() {
        return liveness ? "lastack, TwMoves" : "lastack";
    }

    @Override
    public boolean exact() {
        return true;
    }

    @Override
    public String version() {
        return "lastack on Java " + System.getProperty("java.version");
    }

    /** Keeps the classes as the JVM has them in memory, so that it starts faster; what SPIN's compiler is to SPIN. */
    @Override
    public void prepare(TwinConstants constants, Path directory) throws IOException, InterruptedException {
        List<String> command = twin("-XX:ArchiveClassesAtExit=" + directory.resolve(CLASSES), SMALLEST);
        // What stands in the compiler's queue when the archive is written would never be compiled by those who use it.
        command.add(1, "-Xint");
        Processes.output(directory, command);
    }

    @Override
    public List<String> command(TwinConstants constants, Path directory) {
        List<String> command = twin("-XX:SharedArchiveFile=" + directory.resolve(CLASSES), constants);
        if (liveness) {
            command.add("--liveness");
        }
        return command;
    }

    /** Few methods are hot, and they are so at once: compiling them well straight away costs least. */
    private List<String> twin(String option, TwinConstants constants) {
        return new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:-TieredCompilation",
                "-Xlog:disable",
                option,
                "-cp",
                absoluteClassPath(),
                "dev.lastack.benchmarks.Benchmarks",
                "twin",
                constants.toString(),
                "--workers",
                String.valueOf(workers)));
    }

    /** The class path of this process, for a process in another directory. */
    private static String absoluteClassPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    @Override
    public Counts counts(String output) {
        if (liveness && !output.contains("time-wait-moves=Holds")) {
            throw new IllegalStateException("TwMoves was not shown to hold:\n" + output);
        }
        return new Counts(
                (long) Counts.number(DISTINCT, output), (long) Counts.number(GENERATED, output), OptionalLong.of((long)
                        Counts.number(BYTES, output)));
    }
}
