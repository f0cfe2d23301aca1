package dev.lastack.checker.search;

import dev.lastack.checker.Exploration;
import dev.lastack.checker.Limits;
import dev.lastack.checker.Progress;
import dev.lastack.checker.Property;
import dev.lastack.checker.StateSpace;
import dev.lastack.checker.Trace;
import dev.lastack.checker.TransitionSystem;
import dev.lastack.checker.store.Level;
import dev.lastack.checker.store.LevelMerge;
import dev.lastack.checker.store.Levels;
import dev.lastack.checker.store.Memory;
import dev.lastack.checker.store.QuotientStore;
import dev.lastack.checker.store.StateStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToLongBiFunction;
import java.util.stream.IntStream;

/** One run of an {@link Explorer}: level after level, until there is no new state or a limit is reached. */
final class Search {

    private final TransitionSystem system;
    private final Limits limits;
    private final Crew crew;
    private final Memory memory;
    private final StateStore store;
    private final Levels levels;
    private final Findings findings;
    private final List<Worker> workers;
    private final Halt halt;
    private final AtomicInteger next = new AtomicInteger();

    /** Levels whose states have been expanded. */
    private int expanded;

    Search(TransitionSystem system, List<Property> properties, Limits limits, Progress progress, Crew crew) {
        this.system = system;
        this.limits = limits;
        this.crew = crew;
        this.memory = new Memory(limits.maxBytes());
        this.store = new QuotientStore(system, memory);
        this.levels = new Levels(system.words());
        this.findings = new Findings(system.words(), properties);
        this.workers = IntStream.range(0, crew.workers())
                .mapToObj(w -> new Worker(system, new Watch(system.words(), properties, findings), store, memory))
                .toList();
        this.halt = new Halt(limits, progress, this::report);
    }

    Exploration run() {
        try {
            workers.get(0).begin();
            closeLevel(-1);
            while (goesOn()) {
                expandLevel();
            }
        } catch (Memory.Exhausted | OutOfMemoryError e) {
            halt.requestedBy(e);
        }
        return exploration();
    }

    private boolean goesOn() {
        if (expanded == levels.levels()) {
            return false;
        }
        if (store.size() > limits.maxStates()) {
            halt.request("the limit of " + limits.maxStates() + " states was reached");
        }
        halt.refresh();
        return !halt.requested();
    }

    private void expandLevel() {
        int number = expanded;
        Level level = levels.get(number);
        next.set(0);
        int hands = Math.min(crew.workers(), level.blocks());
        crew.work(hands, hand -> workers.get(hand).expand(level, next, halt), halt);
        closeLevel(number);
    }

    /** Ends the expansion of level {@code number}; -1 stands for the initial states. */
    private void closeLevel(int number) {
        findings.merge(workers.stream().map(Worker::watch).toList(), number);
        if (halt.requested()) {
            return;
        }
        LevelMerge merge = new LevelMerge(workers.stream().map(Worker::fresh).toList(), system.words(), memory);
        crew.work(merge.parts(), hand -> merge.work(), halt);
        if (halt.requested()) {
            return;
        }
        expanded = number + 1;
        Level found = merge.level();
        if (found.size() > 0) {
            levels.add(found);
        }
    }

    private Exploration exploration() {
        Map<Finding, Trace> traces = new TraceBuilder(system, levels).traces(findings.all());
        Optional<String> stopped = halt.why();
        return new Exploration(
                store.size(),
                generated(),
                levels.levels(),
                sums(system.counters(), Worker::counter),
                sums(system.bounds(), Worker::cuts),
                findings.verdicts(traces, stopped),
                stopped,
                memory.used(),
                halt.seconds(),
                stopped.isEmpty() ? Optional.<StateSpace>of(levels) : Optional.empty());
    }

    private long generated() {
        return workers.stream().mapToLong(Worker::generated).sum();
    }

    private Map<String, Long> sums(List<String> names, ToLongBiFunction<Worker, Integer> value) {
        Map<String, Long> sums = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            int number = i;
            sums.put(
                    names.get(i),
                    workers.stream()
                            .mapToLong(worker -> value.applyAsLong(worker, number))
                            .sum());
        }
        return sums;
    }

    private Progress.Report report() {
        long distinct = store.size();
        long taken = expanded == levels.levels()
                ? 0
                : Math.min(next.get(), levels.get(expanded).size());
        long queued = distinct - levels.firstOf(expanded) - taken;
        return new Progress.Report(distinct, generated(), expanded, queued, memory.used(), halt.seconds());
    }
}
