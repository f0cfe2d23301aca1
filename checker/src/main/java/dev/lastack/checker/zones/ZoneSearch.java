package dev.lastack.checker.zones;

import dev.lastack.checker.Limits;
import dev.lastack.checker.Progress;
import dev.lastack.checker.Property.StepInvariant;
import dev.lastack.checker.search.StopCondition;
import dev.lastack.checker.search.WorkerPool;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Decides step invariants of a timed system in dense time: breadth-first by levels, so that the runs found are shortest. Nodes are
 * expanded by several workers and added in the order of their sources, so the result does not depend on the number of workers.
 */
public final class ZoneSearch {

    private static final int CHUNK = 64;

    private final TimedSystem system;
    private final Limits limits;
    private final Progress progress;
    private final ReachedLocations places = new ReachedLocations();
    private final Answers answers;
    private final long[] cuts;
    private long zones;
    private long generated;
    private long bytes;
    private int levels;

    /** {@code limits} count zones as states. */
    public ZoneSearch(TimedSystem system, List<StepInvariant> properties, Limits limits, Progress progress) {
        if (limits.lossyBits().isPresent()) {
            throw new IllegalArgumentException("zones are not stored as hashes");
        }
        this.system = system;
        this.limits = limits;
        this.progress = progress;
        this.answers = new Answers(List.copyOf(properties));
        this.cuts = new long[system.bounds().size()];
    }

    /** Sees every reachable zone, or as many as the limits allow, or until there is a run against every property. */
    public ZoneExploration run() {
        AtomicInteger queued = new AtomicInteger();
        long start = System.nanoTime();
        StopCondition stop = new StopCondition(
                limits,
                progress,
                start,
                () -> new Progress.Report(
                        zones, generated, levels, queued.get(), bytes, (System.nanoTime() - start) / 1e9));
        try (WorkerPool crew = new WorkerPool(limits.workers())) {
            List<Node> level = initial();
            while (!level.isEmpty() && !answers.isComplete() && !stop.requested()) {
                queued.set(level.size());
                List<Node> next = next(level, crew, stop);
                if (!stop.requested()) {
                    level = next;
                    levels++;
                    heedLimits(level, stop);
                }
            }
        }
        return new ZoneExploration(
                zones, places.size(), generated, levels, cutsByName(), answers.byName(), stop.why(), stop.seconds());
    }

    private List<Node> initial() {
        ReachedLocation place = places.of(system.initial(), system.locations());
        long[] zone = Zone.zero(place.location().clocks());
        if (!ZoneExpansion.settle(zone, place.location())) {
            throw new AssertionError("the initial location has a ceiling below 0");
        }
        Node node = new Node(place, zone, null, null);
        add(node, place);
        levels = 1;
        return List.of(node);
    }

    private void add(Node node, ReachedLocation place) {
        int more = place.add(node);
        zones += more;
        bytes += (long) more * node.zone().length * Long.BYTES;
    }

    private void heedLimits(List<Node> level, StopCondition stop) {
        if (zones > limits.maxStates() && !level.isEmpty()) {
            stop.request("the limit of " + limits.maxStates() + " zones was exceeded");
        }
        if (bytes > limits.maxBytes()) {
            stop.request("the memory limit was reached");
        }
    }

    private List<Node> next(List<Node> level, WorkerPool crew, StopCondition stop) {
        ZoneExpansion.Successors[] successors = new ZoneExpansion.Successors[level.size()];
        AtomicInteger taken = new AtomicInteger();
        List<Function<long[], Location>> locations = new ArrayList<>();
        for (int worker = 0; worker < limits.workers(); worker++) {
            locations.add(system.locations());
        }
        crew.work(
                Math.max(1, Math.min(limits.workers(), level.size() / CHUNK + 1)),
                worker -> {
                    ZoneExpansion expansion = new ZoneExpansion(places, locations.get(worker));
                    int from = taken.getAndAdd(CHUNK);
                    while (from < level.size() && !stop.requested()) {
                        for (int i = from; i < Math.min(from + CHUNK, level.size()); i++) {
                            successors[i] = expansion.of(level.get(i));
                        }
                        from = taken.getAndAdd(CHUNK);
                    }
                },
                stop);
        return stop.requested() ? List.of() : merge(level, successors);
    }

    /** Adds what was found in its order; what a later one of the same level covers need not be expanded. */
    private List<Node> merge(List<Node> level, ZoneExpansion.Successors[] successors) {
        List<Node> next = new ArrayList<>();
        for (int i = 0; i < successors.length; i++) {
            for (Edge edge : successors[i].possible()) {
                generated++;
                if (edge.isTaken()) {
                    answers.step(level.get(i), edge);
                } else {
                    cuts[edge.cut()]++;
                }
            }
            for (Node node : successors[i].found()) {
                add(node, node.place());
                if (node.isKept()) {
                    next.add(node);
                }
            }
            successors[i] = null;
        }
        return next.stream().filter(Node::isKept).collect(Collectors.toList());
    }

    private Map<String, Long> cutsByName() {
        Map<String, Long> byName = new LinkedHashMap<>();
        for (int i = 0; i < cuts.length; i++) {
            byName.put(system.bounds().get(i), cuts[i]);
        }
        return byName;
    }
}
