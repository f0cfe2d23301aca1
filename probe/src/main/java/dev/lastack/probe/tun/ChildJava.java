package dev.lastack.probe.tun;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A second JVM, with the class path of this one. */
public final class ChildJava {

    private ChildJava() {}

    /** Starts the main class. What it prints goes to {@code log}. */
    public static Process start(Class<?> main, Path log, String... arguments) throws IOException {
        return start(List.of(), main, log, arguments);
    }

    static Process start(List<String> before, Class<?> main, Path log, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }
}
