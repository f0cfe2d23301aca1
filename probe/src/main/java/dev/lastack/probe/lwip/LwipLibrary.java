package dev.lastack.probe.lwip;

import com.sun.jna.Native;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * lwIP of this machine. How its control blocks lie in memory depends on how it was built, which its headers say; so the
 * functions that read them are compiled here.
 */
public final class LwipLibrary {

    private static final Path HEADERS = Path.of("/usr/include/lwip");
    private static final int PATIENCE_SECONDS = 60;

    private LwipLibrary() {}

    /** Why lwIP cannot be used here, in one sentence; empty if it can. */
    public static Optional<String> obstacle() {
        return obstacle(HEADERS, "gcc");
    }

    static Optional<String> obstacle(Path headers, String compiler) {
        if (!Files.exists(headers.resolve("lwip/tcp.h"))) {
            return Optional.of("there is no " + headers.resolve("lwip/tcp.h")
                    + "; install lwIP (on Debian liblwip0 and liblwip-dev)");
        }
        try {
            String answer = run(List.of(compiler, "--version"));
            return answer.isBlank() ? Optional.of(compiler + " does not run") : Optional.empty();
        } catch (IOException e) {
            return Optional.of("a C compiler is needed: " + e.getMessage());
        }
    }

    /** Compiles, loads and starts it. */
    static Lwip load() throws IOException {
        Path folder = Files.createTempDirectory("lastack-lwip");
        Path source = folder.resolve("lwip.c");
        Path library = folder.resolve("liblastack-lwip.so");
        try (InputStream in = Objects.requireNonNull(LwipLibrary.class.getResourceAsStream("lwip.c"))) {
            Files.copy(in, source);
            String complaint = run(List.of(
                    "gcc",
                    "-shared",
                    "-fPIC",
                    "-O1",
                    "-I" + HEADERS,
                    "-o",
                    library.toString(),
                    source.toString(),
                    "-llwip"));
            if (!Files.exists(library)) {
                throw new IOException("gcc: " + complaint.lines().findFirst().orElse("no library"));
            }
            Lwip lwip = Native.load(library.toString(), Lwip.class);
            lwip.lastack_start();
            return lwip;
        } finally {
            Files.deleteIfExists(source);
            Files.deleteIfExists(library);
            Files.deleteIfExists(folder);
        }
    }

    private static String run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
