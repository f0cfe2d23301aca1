package dev.lastack.benchmarks.parts;

import com.sun.management.OperatingSystemMXBean;
import dev.lastack.checker.Exploration;
import dev.lastack.checker.Limits;
import dev.lastack.checker.Progress;
import dev.lastack.checker.Property;
import dev.lastack.checker.partition.Distribution;
import dev.lastack.checker.partition.LocalDistribution;
import dev.lastack.checker.partition.PartitionedSearch;
import dev.lastack.checker.partition.PartitionedSetting;
import dev.lastack.checker.partition.Problem;
import dev.lastack.checker.partition.Traffic;
import dev.lastack.checker.partition.part.FolderStorage;
import dev.lastack.model.TerminationModel;
import dev.lastack.model.decisions.Variant;
import dev.lastack.model.state.Reduction;
import dev.lastack.properties.claims.TerminationClaims;
import dev.lastack.scenario.Scenarios;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs the partitioned search in this process, to see how evenly states are spread and what is shipped and stored. */
@Command(
        name = "partitions",
        description = "The partitioned search in one process: balance, bytes, processor time.",
        mixinStandardHelpOptions = true)
public final class Partitions implements Callable<Integer> {

    private static final long MEMORY = 64L << 20;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", description = "A shipped variant or a scenario file.")
    private String scenario = "";

    @Parameters(index = "1", description = "An empty folder; each search takes a new one in it.")
    private Path folder = Path.of("");

    @Option(names = "--partitions", split = ",", description = "How many; default: 8,64,512.")
    private List<Integer> partitions = new ArrayList<>(List.of(8, 64, 512));

    @Option(names = "--bits", split = ",", description = "Leading bits that are hashed; default: 48, as on a cluster.")
    private List<Integer> bits = new ArrayList<>(List.of(48));

    @Override
    public Integer call() {
        spec.commandLine()
                .getOut()
                .println("partitions  bits  states  fullest/mean  shipped/state  B shipped/state  B stored/state  B"
                        + " read/state  levels  CPU s");
        for (int count : partitions) {
            for (int hashed : bits) {
                run(count, hashed);
            }
        }
        return 0;
    }

    private void run(int count, int hashed) {
        TerminationModel model = TerminationModel.of(Scenarios.load(scenario), Variant.OF_KNOBS, Reduction.OF_STATES);
        List<Property> properties = TerminationClaims.safety().stream()
                .flatMap(claim -> claim.property(model).stream())
                .toList();
        Problem problem = new Problem(model, properties);
        CountingStorage storage = new CountingStorage(FolderStorage.at(folder.resolve(count + "-" + hashed)));
        PartitionedSetting setting = new PartitionedSetting(storage, false, count, hashed, MEMORY);
        long before = processorNanos();
        try (Distribution local = new LocalDistribution(1, folder)) {
            PartitionedSearch search =
                    new PartitionedSearch(() -> problem, setting, local, Limits.none(), Progress.NONE);
            Exploration seen = search.run("benchmark");
            Traffic traffic = search.traffic();
            double states = seen.distinct();
            spec.commandLine()
                    .getOut()
                    .printf(
                            "%10d  %4d  %,d  %.2f  %.2f  %.1f  %.2f  %.1f  %d  %.1f%n",
                            count,
                            hashed,
                            seen.distinct(),
                            traffic.fullest() * count / states,
                            traffic.shipped() / states,
                            traffic.shippedBytes() / states,
                            traffic.storedBytes() / states,
                            storage.bytesRead().sum() / states,
                            seen.levels(),
                            (processorNanos() - before) / 1e9);
        }
    }

    private static long processorNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
