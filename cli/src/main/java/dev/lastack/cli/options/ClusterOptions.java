package dev.lastack.cli.options;

import dev.lastack.checker.Workspace;
import dev.lastack.checker.partition.Cluster;
import dev.lastack.checker.partition.ClusterProvider;
import dev.lastack.checker.partition.Ownership;
import dev.lastack.properties.verification.Partitioning;
import java.util.Optional;
import java.util.ServiceLoader;
import picocli.CommandLine.Option;

/** On which machines a check runs, if not on this one alone. */
public final class ClusterOptions {

    @Option(
            names = "--spark",
            paramLabel = "MASTER",
            description =
                    "Runs the search on Apache Spark (local[2], spark://HOST:PORT, yarn, k8s://URL); --dir is then a"
                            + " folder that all its machines see, or a URI such as hdfs://HOST/FOLDER.")
    private Optional<String> master = Optional.empty();

    @Option(
            names = "--partitions",
            paramLabel = "N",
            description = "Into how many partitions --spark divides the states; default: "
                    + Partitioning.USUAL_PARTITIONS + ". Two to four for each core are right.")
    private Optional<Integer> partitions = Optional.empty();

    /** What is wrong with these options, given the folder of {@code --dir}. */
    Optional<String> complaint(Optional<String> folder) {
        if (master.isEmpty()) {
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
        return master.isPresent();
    }

    public int partitions() {
        return partitions.orElse(Partitioning.USUAL_PARTITIONS);
    }

    /** Connects to the cluster that was named, if one was. */
    public Optional<Cluster> connect() {
        return master.map(name -> ServiceLoader.load(ClusterProvider.class)
                .findFirst()
                .orElseThrow(
                        () -> new Workspace.Unusable("--spark " + name, "this build of lastack has no Spark module"))
                .connect(name));
    }
}
