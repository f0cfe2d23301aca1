package dev.lastack.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Pages of results, replaced as a whole so that an interrupted run leaves none half-written. */
public final class Pages {

    private Pages() {}

    public static void replace(Path page, String text) throws IOException {
        Path written = Files.createTempFile(page.toAbsolutePath().getParent(), "page", ".md");
        Files.writeString(written, text);
        Files.setPosixFilePermissions(written, PosixFilePermissions.fromString("rw-r--r--"));
        Files.move(written, page, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
