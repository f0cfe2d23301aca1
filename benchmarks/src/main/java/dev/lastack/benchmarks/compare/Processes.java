package dev.lastack.benchmarks.compare;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs processes to their end; a process that fails is an error that shows what it printed. */
final class Processes {

    private static final Path GNU_TIME = Path.of("/usr/bin/time");

    private Processes() {}

    /** Standard output and error of {@code command}. */
    static String output(Path directory, List<String> command) throws IOException, InterruptedException {
        Process process = start(directory, command);
        String output = read(process);
        if (process.waitFor() != 0) {
            throw new IOException("%s ended with exit code %d:%n%s"
                    .formatted(String.join(" ", command), process.exitValue(), output));
        }
        return output;
    }

    /** What a command prints that ends with a failure code though it only prints, as some help texts do. */
    static String outputWhateverTheCode(List<String> command) throws IOException {
        return read(start(Path.of("."), command));
    }

    private static Process start(Path directory, List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectInput(Path.of("/dev/null").toFile())
                .start();
    }

    private static String read(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** Runs {@code engine} once under GNU time, which reads the kernel's account of the ended process. */
    static ProcessRun measure(TwinEngine engine, List<String> command, Path directory)
            throws IOException, InterruptedException {
        if (!Files.isExecutable(GNU_TIME)) {
            throw new IOException(GNU_TIME + " is missing; .ci/install-peers installs it");
        }
        Path account = directory.resolve("time.txt");
        List<String> timed = new ArrayList<>(List.of(GNU_TIME.toString(), "-f", "%U %S %M", "-o", account.toString()));
        timed.addAll(command);
        long start = System.nanoTime();
        String output = output(directory, timed);
        double wall = (System.nanoTime() - start) / 1e9;
        String[] fields = Files.readString(account).trim().split(" ", -1);
        double cpu = Double.parseDouble(fields[0]) + Double.parseDouble(fields[1]);
        return new ProcessRun(wall, cpu, Long.parseLong(fields[2]) * 1024, engine.counts(output));
    }
}
