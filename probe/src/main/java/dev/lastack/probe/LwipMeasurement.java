package dev.lastack.probe;

import dev.lastack.probe.lwip.LwipHost;
import dev.lastack.probe.lwip.LwipWorld;
import dev.lastack.probe.measurement.MeasuredStack;
import dev.lastack.probe.measurement.Measurement;
import dev.lastack.probe.measurement.Observations;
import dev.lastack.probe.measurement.Setting;
import java.nio.file.Path;

/** Measures lwIP; a program of its own, because an assertion of lwIP that fails ends its process. */
public final class LwipMeasurement {

    private static final int WALKS = 2_000;

    private LwipMeasurement() {}

    /** Writes {@link Observations} into the file named. */
    public static void main(String[] arguments) {
        measure(new LwipWorld()).write(Path.of(arguments[0]));
    }

    /** Measures it in this process. */
    public static Observations measure(LwipWorld world) {
        Observations observations = Observations.empty(MeasuredStack.LWIP, world.version());
        try (LwipHost lwip = new LwipHost(world)) {
            new Measurement(lwip, observations).tasks(Setting.DEFAULT).forEach(Runnable::run);
            return observations.with(StackWalks.on(lwip, MeasuredStack.LWIP, WALKS));
        }
    }
}
