package dev.lastack.checker.search;

import dev.lastack.checker.Limits;
import dev.lastack.checker.Progress;
import dev.lastack.checker.Workspace;
import java.nio.file.Path;

/** A process to be killed: explores the grid of {@link DiskTest} in a directory and prints what it saw. */
final class KilledExploration {

    private KilledExploration() {}

    /** Arguments: the directory, the number of workers. */
    public static void main(String[] arguments) {
        int workers = Integer.parseInt(arguments[1]);
        Limits limits = Limits.none().withMaxBytes(DiskTest.little(workers)).withWorkers(workers);
        Workspace workspace = new Workspace(Path.of(arguments[0]), "the grid", true);
        System.out.println(DiskTest.summary(new Explorer(DiskTest.GRID, DiskTest.PROPERTIES, limits, Progress.NONE)
                .in(workspace)
                .run()));
    }
}
