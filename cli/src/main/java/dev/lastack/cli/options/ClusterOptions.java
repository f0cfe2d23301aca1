package dev.lastack.cli.options;

import dev.lastack.checker.partition.Cluster;
import dev.lastack.checker.partition.Ownership;
import dev.lastack.properties.verification.recipe.Partitioning;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** On which machines one search runs, if not on this one alone. */
public final class ClusterOptions {

    @Mixin
    private MasterOption master = new MasterOption();

    @Option(
            names = "--partitions",
            paramLabel = "N",
            description = "Into how many partitions --spark divides the states; default: "
                    + Partitioning.USUAL_PARTITIONS + ". Two to four for each core are right.")
    private Optional<Integer> partitions = Optional.empty();

    /** What is wrong with these options, given the folder of {@code --dir}. */
    Optional<String> complaint(Optional<String> folder) {
        if (!master.isGiven()) {
            return partitions.map(number -> "--partitions: there is no --spark whose states would be divided");
        }
        if (folder.isEmpty()) {
            return Optional.of("--spark: name a folder that all its machines see by --dir");
        }
        return partitions
                .filter(number -> number < 1 || number > Ownership.MOST_PARTITIONS)
                .map(number -> "--partitions: " + number + " is not in the range 1.." + Ownership.MOST_PARTITIONS);
    }

    boolean isGiven() {
        return master.isGiven();
    }

    public int partitions() {
        return partitions.orElse(Partitioning.USUAL_PARTITIONS);
    }

    /** Connects to the cluster that was named, if one was, and sends it {@code jars}. */
    public Optional<Cluster> connect(List<Path> jars) {
        return master.connect(jars);
    }
}
