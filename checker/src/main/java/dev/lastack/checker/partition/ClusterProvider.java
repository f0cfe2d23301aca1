package dev.lastack.checker.partition;

/** Connects to clusters of one kind; found by {@link java.util.ServiceLoader}. */
public interface ClusterProvider {

    /**
     * Connects to a cluster.
     *
     * @param master where it is, in words of its kind
     * @throws dev.lastack.checker.Workspace.Unusable if it cannot be reached, or what it needs is missing
     */
    Cluster connect(String master);
}
