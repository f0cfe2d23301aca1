package dev.lastack.probe.report;

import dev.lastack.probe.comparison.Comparison;
import dev.lastack.probe.measurement.MeasuredStack;
import dev.lastack.probe.walk.WalkDivergence;
import dev.lastack.probe.walk.WalkScript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The walks on which a stack and its variant part, as packetdrill scripts that pass on the stack. */
public final class WalkScripts {

    private WalkScripts() {}

    /** Writes {@code linux-1.pkt} and so on into the folder, which is made if need be. */
    public static void write(ProbeReport report, Path folder) throws IOException {
        Files.createDirectories(folder);
        List<WalkDivergence> divergences = report.divergences();
        for (int i = 0; i < divergences.size(); i++) {
            Files.writeString(
                    folder.resolve(report.stack() + "-" + (i + 1) + ".pkt"),
                    script(report.stack(), divergences.get(i)));
        }
    }

    static String script(MeasuredStack stack, WalkDivergence divergence) {
        return "// " + divergence.walk() + "\n// measured: " + divergence.measured() + "\n// variant:  "
                + divergence.variant() + "\n"
                + WalkScript.of(divergence.observed(), Comparison.step(stack), stack == MeasuredStack.LINUX);
    }
}
