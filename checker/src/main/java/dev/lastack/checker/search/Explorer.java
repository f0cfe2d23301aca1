package dev.lastack.checker.search;

import dev.lastack.checker.Exploration;
import dev.lastack.checker.Limits;
import dev.lastack.checker.Progress;
import dev.lastack.checker.Property;
import dev.lastack.checker.TransitionSystem;
import dev.lastack.checker.Workspace;
import dev.lastack.checker.store.disk.LevelFiles;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Level-synchronous breadth-first search of a {@link TransitionSystem}.
 *
 * <p>Verdicts, counts, levels and counterexamples are the same for any number of workers. Per property the
 * counterexample is one of the shortest: it ends in the least violating state (or the least source of a
 * violating step, by its least action) of the first level that has one, in the order of
 * {@link dev.lastack.checker.StateSpace}, and goes back from there over least predecessors by least actions.
 */
public final class Explorer {

    private final TransitionSystem system;
    private final List<Property> properties;
    private final Limits limits;
    private final Progress progress;
    private final Optional<Workspace> workspace;

    /** An exploration in memory. */
    public Explorer(TransitionSystem system, List<Property> properties, Limits limits, Progress progress) {
        this(system, properties, limits, progress, Optional.empty());
    }

    private Explorer(
            TransitionSystem system,
            List<Property> properties,
            Limits limits,
            Progress progress,
            Optional<Workspace> workspace) {
        if (properties.stream().map(Property::name).distinct().count() < properties.size()) {
            throw new IllegalArgumentException("two properties have the same name");
        }
        if (limits.workers() < 1) {
            throw new IllegalArgumentException("workers: " + limits.workers() + " is not in the range 1..");
        }
        requireUsable(limits.lossyBits(), workspace.isPresent());
        this.system = system;
        this.properties = List.copyOf(properties);
        this.limits = limits;
        this.progress = progress;
        this.workspace = workspace;
    }

    private static void requireUsable(OptionalInt lossyBits, boolean inDirectory) {
        lossyBits.ifPresent(bits -> {
            if (bits < Limits.FEWEST_LOSSY_BITS || bits > Long.SIZE) {
                throw new IllegalArgumentException("lossy storage: " + bits + " bits are not in the range "
                        + Limits.FEWEST_LOSSY_BITS + ".." + Long.SIZE);
            }
            if (inDirectory) {
                throw new IllegalArgumentException("lossy storage is for memory; a directory loses nothing");
            }
        });
    }

    /**
     * The same exploration, but keeping its levels in a directory: it can be killed and resumed, and continues from disk
     * when the memory budget is used up.
     */
    public Explorer in(Workspace directory) {
        return new Explorer(system, properties, limits, progress, Optional.of(directory));
    }

    /**
     * Sees every reachable state, or as many as the limits allow.
     *
     * @throws AssertionError if the transition system fails; the message renders the state at which it did
     * @throws Workspace.Unusable if the directory is damaged, in use, or holds something else
     */
    public Exploration run() {
        Plan plan = new Plan(system, properties, limits, progress, System.nanoTime());
        try (WorkerPool crew = new WorkerPool(limits.workers())) {
            if (workspace.isEmpty()) {
                Search search = new Search(plan, crew, Checkpoint.none());
                search.explore();
                return search.exploration();
            }
            String subject = plan.subject(workspace.get().subject());
            try (LevelFiles files = LevelFiles.open(workspace.get(), subject, system.words())) {
                Checkpoint checkpoint = Checkpoint.in(files);
                return inMemory(plan, crew, checkpoint).orElseGet(() -> onDisk(plan, crew, checkpoint));
            }
        }
    }

    /** Empty if memory does not suffice; what was explored is in the checkpoint then. */
    private static Optional<Exploration> inMemory(Plan plan, WorkerPool crew, Checkpoint checkpoint) {
        Search search = new Search(plan, crew, checkpoint);
        search.explore();
        return search.ranOutOfMemory() ? Optional.empty() : Optional.of(search.exploration());
    }

    private static Exploration onDisk(Plan plan, WorkerPool crew, Checkpoint checkpoint) {
        Search search = Search.onDisk(plan, crew, checkpoint);
        search.explore();
        return search.exploration();
    }
}
