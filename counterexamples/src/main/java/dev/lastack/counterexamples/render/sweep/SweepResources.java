package dev.lastack.counterexamples.render.sweep;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The parts of the pictures that are kept as files. */
final class SweepResources {

    private SweepResources() {}

    static String text(String name) {
        try (InputStream in = SweepResources.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new AssertionError(name + " is missing from the build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
