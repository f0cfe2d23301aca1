package dev.lastack.benchmarks.compare;

import dev.lastack.benchmarks.twin.TwinConstants;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * TLC, which decides membership on 64-bit fingerprints, from the jar of its Maven coordinates.
 *
 * @param liveness whether it decides TwMoves under WF(Tick) as well
 */
record Tlc(int workers, boolean liveness, Path jar) implements TwinEngine {

    private static final Pattern VERSION = Pattern.compile("Version ([\\d.]+ of [^\\n]+)");
    private static final Pattern DISTINCT =
            Pattern.compile("generated, ([\\d,]+) distinct states found, 0 states left");
    private static final Pattern GENERATED =
            Pattern.compile("([\\d,]+) states generated, [\\d,]+ distinct states found, 0");

    @Override
    public String name() {
        return liveness ? "TLC, TwMoves" : "TLC";
    }

    @Override
    public boolean exact() {
        return false;
    }

    @Override
    public String version() throws IOException {
        String help = Processes.outputWhateverTheCode(List.of(java(), "-cp", jar.toString(), "tlc2.TLC", "-h"));
        Matcher matcher = VERSION.matcher(help);
        return matcher.find() ? "TLC " + matcher.group(1) : "TLC of unknown version";
    }

    @Override
    public void prepare(TwinConstants constants, Path directory) throws IOException {
        Sources.copy("TcpTwin.tla", directory);
        Files.writeString(directory.resolve("twin.cfg"), configuration(constants));
    }

    private String configuration(TwinConstants constants) {
        return """
            SPECIFICATION %s
            CONSTANTS M = %d L = %d TW = %d CAP = %d D = %d
            CHECK_DEADLOCK FALSE
            """.formatted(
                        liveness ? "FairSpec\nPROPERTY TwMoves" : "Spec",
                        constants.modulus(),
                        constants.life(),
                        constants.timeWait(),
                        constants.capacity(),
                        constants.data());
    }

    @Override
    public List<String> command(TwinConstants constants, Path directory) {
        return List.of(
                java(),
                "-XX:+UseParallelGC",
                "-Xmx6g",
                "-cp",
                jar.toString(),
                "tlc2.TLC",
                "-workers",
                String.valueOf(workers),
                "-checkpoint",
                "0",
                "-metadir",
                directory.resolve("states").toString(),
                "-cleanup",
                "-config",
                "twin.cfg",
                "TcpTwin.tla");
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** TLC counts the initial state among the generated ones. */
    @Override
    public Counts counts(String output) {
        if (!output.contains("No error has been found")) {
            throw new IllegalStateException("TLC did not complete:\n" + output);
        }
        return new Counts(
                (long) Counts.number(DISTINCT, output),
                (long) Counts.number(GENERATED, output) - 1,
                OptionalLong.empty());
    }
}
