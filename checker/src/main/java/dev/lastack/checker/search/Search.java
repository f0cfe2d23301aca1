package dev.lastack.checker.search;

import dev.lastack.checker.Exploration;
import dev.lastack.checker.Limits;
import dev.lastack.checker.Progress;
import dev.lastack.checker.StateSpace;
import dev.lastack.checker.Trace;
import dev.lastack.checker.TransitionSystem;
import dev.lastack.checker.store.MemoryStore;
import dev.lastack.checker.store.StateStore;
import dev.lastack.checker.store.disk.DiskStore;
import dev.lastack.checker.store.level.Level;
import dev.lastack.checker.store.level.Levels;
import dev.lastack.checker.store.level.Memory;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One run of an {@link Explorer}: level after level, until there is no new state or a limit is reached. */
final class Search {

    private final TransitionSystem system;
    private final Limits limits;
    private final WorkerPool crew;
    private final Memory memory;
    private final Levels levels;
    private final StateStore store;
    private final PropertyFindings findings;
    private final Checkpoint checkpoint;
    private final List<Worker> workers;
    private final StopCondition halt;

    /** The counts of earlier processes that worked on this search. */
    private Totals earlier;

    /** Levels whose states have been expanded. */
    private int expanded;

    /** The blocks of the level that is being expanded; none between levels. */
    private volatile Blocks blocks = new Blocks(0, 1);

    /** A search with all states in memory. */
    Search(Plan plan, WorkerPool crew, Checkpoint checkpoint) {
        this(plan, crew, checkpoint, false);
    }

    private Search(Plan plan, WorkerPool crew, Checkpoint checkpoint, boolean onDisk) {
        this.system = plan.system();
        this.limits = plan.limits();
        this.crew = crew;
        this.checkpoint = checkpoint;
        this.memory = new Memory(limits.maxBytes());
        this.levels = new Levels(system.words());
        this.store =
                onDisk ? new DiskStore(system.words(), crew.workers(), memory, levels, checkpoint.files()) : inMemory();
        this.findings = new PropertyFindings(system.words(), plan.properties());
        this.workers = IntStream.range(0, crew.workers())
                .mapToObj(w -> worker(new PropertyMonitor(system.words(), plan.properties(), findings)))
                .toList();
        this.halt = new StopCondition(limits, plan.progress(), plan.start(), this::report);
        this.earlier = Totals.none(system);
    }

    private Worker worker(PropertyMonitor watch) {
        return new Worker(system, watch, store.intake(watch::state));
    }

    private MemoryStore inMemory() {
        return limits.lossyBits().isPresent()
                ? MemoryStore.lossy(system.words(), limits.lossyBits().getAsInt(), memory)
                : new MemoryStore(system, memory);
    }

    /** A search with the states on disk, beginning with those that {@code checkpoint} holds. */
    static Search onDisk(Plan plan, WorkerPool crew, Checkpoint checkpoint) {
        return new Search(plan, crew, checkpoint, true);
    }

    /** Resumes from saved levels, if any; otherwise starts from the initial states. */
    void explore() {
        try {
            earlier = checkpoint.restore(store, levels, findings, earlier);
            expanded = Math.max(0, levels.levels() - 1);
            if (levels.levels() == 0) {
                workers.get(0).begin();
                closeLevel(-1);
            }
            while (goesOn()) {
                expandLevel();
            }
        } catch (Memory.Exhausted | OutOfMemoryError | UncheckedIOException e) {
            halt.requestedBy(e);
        }
    }

    /** Whether memory ran out, so that the same search may go further on disk. */
    boolean ranOutOfMemory() {
        return halt.isMemoryExhausted();
    }

    private boolean goesOn() {
        if (halt.requested() || expanded == levels.levels()) {
            return false;
        }
        if (levels.size() > limits.maxStates()) {
            halt.request("the limit of " + limits.maxStates() + " states was reached");
        }
        halt.refresh();
        return !halt.requested();
    }

    private void expandLevel() {
        int number = expanded;
        Level level = levels.get(number);
        int hands = Math.min(crew.workers(), level.blocks());
        Blocks shared = new Blocks(level.blocks(), hands);
        blocks = shared;
        crew.work(hands, hand -> workers.get(hand).expand(level, shared, hand, halt), halt);
        closeLevel(number);
    }

    /** Ends the expansion of level {@code number}; -1 stands for the initial states. */
    private void closeLevel(int number) {
        if (!halt.requested()) {
            StateStore.Closing closing = store.close();
            crew.work(closing.hands(), hand -> closing.work(hand, halt::requested), halt);
            if (!halt.requested()) {
                Level found = closing.level();
                expanded = number + 1;
                blocks = new Blocks(0, 1);
                if (found.size() > 0) {
                    findings.merge(watches(), number);
                    checkpoint.save(number + 1, found, totals(), findings);
                    levels.add(found);
                    return;
                }
            }
        }
        findings.merge(watches(), number);
    }

    private List<PropertyMonitor> watches() {
        return workers.stream().map(Worker::watch).toList();
    }

    private Totals totals() {
        Totals sum = earlier;
        for (Worker worker : workers) {
            sum = sum.plus(worker);
        }
        return sum;
    }

    /** What the search has seen and decided. */
    Exploration exploration() {
        Map<PropertyFinding, Trace> traces = new TraceBuilder(
                        system, (level, heads) -> PredecessorSearch.search(system, levels.get(level), heads))
                .traces(findings.all());
        if (!halt.requested() && store.size() != levels.size()) {
            throw new AssertionError("the store holds " + store.size() + " states, but the levels " + levels.size()
                    + ": the engine has lost or repeated some. This is a defect of lastack.");
        }
        // A complete search that may have omitted states proves as little as one that ended early.
        Optional<String> stopped = Stream.of(halt.why(), store.doubt())
                .flatMap(Optional::stream)
                .reduce((halted, doubt) -> halted + "; " + doubt);
        Totals totals = totals();
        return new Exploration(
                Math.max(store.size(), levels.size()),
                totals.generated(),
                levels.levels(),
                Totals.named(system.counters(), totals.counters()),
                Totals.named(system.bounds(), totals.cuts()),
                findings.verdicts(traces, stopped),
                stopped,
                memory.used(),
                halt.seconds(),
                stopped.isEmpty() && store.keepsLevels() ? Optional.<StateSpace>of(levels) : Optional.empty());
    }

    private Progress.Report report() {
        long distinct = Math.max(store.size(), levels.size());
        boolean isDone = expanded == levels.levels();
        long taken = isDone
                ? 0
                : Math.min(
                        blocks.taken() * (long) Level.blockLength(1),
                        levels.get(expanded).size());
        long queued = distinct - levels.firstOf(expanded) - taken;
        return new Progress.Report(distinct, totals().generated(), expanded, queued, memory.used(), halt.seconds());
    }
}
