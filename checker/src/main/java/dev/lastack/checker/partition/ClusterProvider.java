package dev.lastack.checker.partition;

import java.nio.file.Path;
import java.util.List;

/** Connects to clusters of one kind; found by {@link java.util.ServiceLoader}. */
public interface ClusterProvider {

    /**
     * Connects to a cluster.
     *
     * @param master where it is, in words of its kind
     * @param jars with classes that are sent to all machines
     * @throws dev.lastack.checker.Workspace.Unusable if it cannot be reached, or what it needs is missing
     */
    Cluster connect(String master, List<Path> jars);
}
