package dev.lastack.benchmarks;

import dev.lastack.benchmarks.calibration.Liveness;
import dev.lastack.benchmarks.calibration.ResultsPage;
import dev.lastack.benchmarks.compare.Compare;
import dev.lastack.benchmarks.conformance.LockstepRate;
import dev.lastack.benchmarks.parts.AnyCapacity;
import dev.lastack.benchmarks.parts.Partitions;
import dev.lastack.benchmarks.twin.Twin;
import dev.lastack.benchmarks.zones.ZonesAndTicks;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** The one entry: whole processes side by side, the twin alone, conformance, or parts under JMH. */
@Command(
        name = "benchmarks",
        description = "Compares lastack with other checkers.",
        mixinStandardHelpOptions = true,
        subcommands = {
            Compare.class,
            ResultsPage.class,
            Liveness.class,
            Twin.class,
            Partitions.class,
            AnyCapacity.class,
            LockstepRate.class,
            ZonesAndTicks.class,
            Benchmarks.Parts.class
        })
public final class Benchmarks implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Benchmarks()).execute(arguments));
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** JMH on the parts; takes JMH's own options. */
    @Command(name = "parts", description = "Measure parts of the engine with JMH; takes JMH's options.")
    static final class Parts implements Callable<Integer> {

        @Unmatched
        private List<String> options = new ArrayList<>();

        @Override
        public Integer call() throws Exception {
            org.openjdk.jmh.Main.main(options.toArray(String[]::new));
            return 0;
        }
    }
}
