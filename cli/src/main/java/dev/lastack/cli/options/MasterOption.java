package dev.lastack.cli.options;

import dev.lastack.checker.Workspace;
import dev.lastack.checker.partition.Cluster;
import dev.lastack.checker.partition.ClusterProvider;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import picocli.CommandLine.Option;

/** The cluster that searches, if any. */
public final class MasterOption {

    @Option(
            names = "--spark",
            paramLabel = "MASTER",
            description = "Searches on Apache Spark: local[2], spark://HOST:PORT, yarn, k8s://URL.")
    private Optional<String> master = Optional.empty();

    public boolean isGiven() {
        return master.isPresent();
    }

    /** Connects to the cluster that was named, if one was, and sends it {@code jars}. */
    public Optional<Cluster> connect(List<Path> jars) {
        return master.map(name -> ServiceLoader.load(ClusterProvider.class)
                .findFirst()
                .orElseThrow(
                        () -> new Workspace.Unusable("--spark " + name, "this build of lastack has no Spark module"))
                .connect(name, jars));
    }
}
