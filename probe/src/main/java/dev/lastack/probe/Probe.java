package dev.lastack.probe;

import dev.lastack.probe.lwip.LwipLibrary;
import dev.lastack.probe.measurement.MeasuredStack;
import dev.lastack.probe.measurement.Observations;
import dev.lastack.probe.tun.ChildJava;
import dev.lastack.probe.tun.Namespace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Measures a stack of this machine: its kernel in about two and a half minutes, lwIP in seconds. */
public final class Probe {

    private static final int LOOK_MILLIS = 100;

    private Probe() {}

    /** Why this machine's stack cannot be probed, in one sentence; empty if it can. */
    public static Optional<String> obstacle(MeasuredStack stack) {
        return switch (stack) {
            case LINUX -> Namespace.obstacle();
            case LWIP -> LwipLibrary.obstacle();
        };
    }

    /**
     * Measures in a process of its own, the kernel in a fresh network namespace; nothing outside it changes.
     *
     * @param stopped asked again and again; true ends the measurement
     * @throws IOException if it does not come to an end by itself
     */
    public static Observations measure(MeasuredStack stack, BooleanSupplier stopped)
            throws IOException, InterruptedException {
        Path result = Files.createTempFile("lastack-probe", ".json");
        Path log = Files.createTempFile("lastack-probe", ".log");
        Process process = start(stack, log, result);
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

    private static Process start(MeasuredStack stack, Path log, Path result) throws IOException {
        return switch (stack) {
            case LINUX -> Namespace.start(KernelMeasurement.class, log, result.toString());
            case LWIP -> ChildJava.start(LwipMeasurement.class, log, result.toString());
        };
    }
}
