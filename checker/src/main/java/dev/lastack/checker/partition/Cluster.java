package dev.lastack.checker.partition;

import dev.lastack.checker.partition.part.Storage;

/** Machines that work on searches, connected to by a {@link ClusterProvider}. */
public interface Cluster extends AutoCloseable {

    /** Runs the tasks of one search on these machines. */
    Distribution distribution();

    /** Runs many small searches on these machines, each in one process. */
    Jobs jobs();

    /**
     * The storage at {@code location}, a path or a URI that all machines understand.
     *
     * @throws dev.lastack.checker.Workspace.Unusable if it cannot be used
     */
    Storage storage(String location);

    @Override
    void close();
}
