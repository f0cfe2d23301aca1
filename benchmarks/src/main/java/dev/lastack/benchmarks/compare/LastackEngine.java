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
record LastackEngine(int workers, boolean liveness) implements TwinEngine {

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

    /**
     * Keeps the classes as the JVM has them in memory, so that it starts faster; what SPIN's compiler is to SPIN. Nothing is
     * compiled meanwhile: before Java 21 a method that waits for it is archived as waiting, for good (JDK-8306460).
     */
    @Override
    public void prepare(TwinConstants constants, Path directory) throws IOException, InterruptedException {
        String archive = directory.resolve(CLASSES).toString();
        Processes.output(directory, twin(List.of("-Xint", "-XX:ArchiveClassesAtExit=" + archive), SMALLEST));
    }

    @Override
    public List<String> command(TwinConstants constants, Path directory) {
        List<String> command = twin(List.of("-XX:SharedArchiveFile=" + directory.resolve(CLASSES)), constants);
        if (liveness) {
            command.add("--liveness");
        }
        return command;
    }

    /**
     * Few methods are hot, and they are so at once: compiling them well straight away costs least. Tables live long and hardly
     * anything else does: they are allocated where they stay, so that no collection copies them.
     */
    private List<String> twin(List<String> options, TwinConstants constants) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmn8m",
                "-XX:PretenureSizeThreshold=16k",
                "-XX:-TieredCompilation",
                "-Xlog:disable"));
        command.addAll(options);
        command.addAll(List.of(
                "-cp",
                absoluteClassPath(),
                "dev.lastack.benchmarks.Benchmarks",
                "twin",
                constants.toString(),
                "--workers",
                String.valueOf(workers)));
        return command;
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
