package dev.lastack.probe;

import dev.lastack.probe.measurement.Measurement;
import dev.lastack.probe.measurement.Observations;
import dev.lastack.probe.tun.Namespace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Measures the kernel of this machine, in about two and a half minutes. */
public final class LinuxProbe {

    private static final int LOOK_MILLIS = 100;

    private LinuxProbe() {}

    /** Why this machine cannot be probed, in one sentence; empty if it can. */
    public static Optional<String> obstacle() {
        return Namespace.obstacle();
    }

    /**
     * Measures in a fresh network namespace; nothing outside it changes.
     *
     * @param stopped asked again and again; true ends the measurement
     * @throws IOException if it does not come to an end by itself
     */
    public static Observations measure(BooleanSupplier stopped) throws IOException, InterruptedException {
        Path result = Files.createTempFile("lastack-probe", ".json");
        Path log = Files.createTempFile("lastack-probe", ".log");
        Process process = Namespace.start(Measurement.class, log, result.toString());
        try {
            while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                if (stopped.getAsBoolean()) {
                    throw new IOException("stopped");
                }
            }
            if (process.exitValue() != 0) {
                throw new IOException("the measurement failed: "
                        + Files.readString(log).lines().findFirst().orElse("exit code " + process.exitValue()));
            }
            return Observations.read(result);
        } finally {
            process.destroy();
            Files.deleteIfExists(result);
            Files.deleteIfExists(log);
        }
    }
}
