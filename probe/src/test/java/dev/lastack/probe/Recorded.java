package dev.lastack.probe;

import dev.lastack.probe.measurement.Observations;
import java.nio.file.Path;

/** What {@code lastack probe linux --save} wrote on a machine. */
public final class Recorded {

    private static final Path FILE = Path.of("src/test/resources/dev/lastack/probe/linux-6.18.json");

    private Recorded() {}

    /** A new copy, which a test may change. */
    public static Observations observations() {
        return Observations.read(FILE);
    }
}
