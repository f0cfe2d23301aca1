package dev.lastack.benchmarks.conformance;

import dev.lastack.benchmarks.page.Machine;
import dev.lastack.conformance.lockstep.Conformance;
import dev.lastack.conformance.lockstep.ConformanceReport;
import dev.lastack.conformance.lockstep.Coverage;
import dev.lastack.scenario.Scenarios;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Random steps through two endpoints and the model together, compared after each, in the shipped scenarios. */
@Command(name = "conformance", description = "Random steps through endpoints and model together, and their rate.")
public final class LockstepRate implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(description = "Shipped scenarios; all if none is named.")
    private List<String> scenarios = List.of();

    @Option(names = "--steps", defaultValue = "100000", description = "In each scenario; default: ${DEFAULT-VALUE}.")
    private long steps;

    @Option(names = "--seed", defaultValue = "20261122", description = "Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Coverage coverage = new Coverage();
        long taken = 0;
        double began = Machine.cpuSeconds();
        long start = System.nanoTime();
        for (String name : scenarios.isEmpty() ? Scenarios.variants() : scenarios) {
            ConformanceReport report = Conformance.of(Scenarios.variant(name)).randomSteps(steps, seed);
            out.println("seed " + seed + ", " + report.summary());
            if (!report.conforms()) {
                out.println(report.divergence().orElseThrow());
                return 1;
            }
            taken += report.steps();
            coverage.add(report.coverage());
        }
        double cpu = Machine.cpuSeconds() - began;
        double wall = (System.nanoTime() - start) / 1e9;
        out.println(coverage);
        out.printf(
                Locale.ROOT,
                "%,d steps in %.1f s of CPU, %.1f s by the clock: %.1f million steps per minute of CPU, %.1f by the"
                        + " clock%n",
                taken,
                cpu,
                wall,
                taken / cpu * 60 / 1e6,
                taken / wall * 60 / 1e6);
        out.println(Machine.describe());
        return 0;
    }
}
