package dev.lastack.benchmarks.compare;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The twin's sources in the languages of the others, kept in {@code benchmarks/src/main/peers}. */
final class Sources {

    private Sources() {}

    /** Writes the source {@code name} into {@code directory}. */
    static void copy(String name, Path directory) throws IOException {
        try (InputStream source = Sources.class.getResourceAsStream("/peers/" + name)) {
            if (source == null) {
                throw new IOException("the source " + name + " is not on the class path");
            }
            Files.copy(source, directory.resolve(name));
        }
    }
}
