package dev.lastack.probe;

import dev.lastack.probe.measurement.MeasuredStack;
import dev.lastack.probe.measurement.Observations;
import java.nio.file.Path;

/** What {@code lastack probe --save} wrote on a machine. */
public final class Recorded {

    private static final Path FOLDER = Path.of("src/test/resources/dev/lastack/probe");

    private Recorded() {}

    /** A new copy, which a test may change. */
    public static Observations observations(MeasuredStack stack) {
        return Observations.read(
                switch (stack) {
                    case LINUX -> FOLDER.resolve("linux-6.18.json");
                    case LWIP -> FOLDER.resolve("lwip-2.1.3.json");
                });
    }
}
