package dev.lastack.checker.hull;

import dev.lastack.checker.Limits;
import dev.lastack.checker.Progress;
import dev.lastack.checker.Property.StepInvariant;
import dev.lastack.checker.lanes.CoverState;
import dev.lastack.checker.lanes.LaneSystem;
import dev.lastack.checker.lanes.Lanes;
import dev.lastack.checker.search.StopCondition;
import dev.lastack.checker.search.WorkerPool;
import dev.lastack.checker.store.level.Memory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Decides step invariants of a {@link LaneSystem}. The hull shows at once what is impossible. What it cannot exclude is looked for
 * among the states that no other covers: first with all steps at once that only put tokens down, which decides whether there is a
 * violation; and if there is one, step by step, which gives a shortest run.
 *
 * <p>The result is the same for any number of workers.
 */
public final class HullSearch {

    /** To keep so many states costs less than to find out which tokens make no difference. */
    private static final long FEW = 1_000;

    private static final HullDecision IS_VIOLATED =
            new HullDecision.Inconclusive("it is violated where the network does as it likes");

    private final LaneSystem system;
    private final List<StepInvariant> properties;
    private final Limits limits;
    private final Progress progress;

    /** If present, only proofs are looked for, and each may keep so many states. */
    private final OptionalLong proofs;

    public HullSearch(LaneSystem system, List<StepInvariant> properties, Limits limits, Progress progress) {
        this(system, properties, limits, progress, OptionalLong.empty());
    }

    private HullSearch(
            LaneSystem system, List<StepInvariant> properties, Limits limits, Progress progress, OptionalLong proofs) {
        if (limits.lossyBits().isPresent()) {
            throw new IllegalArgumentException("lossy storage: a hull has no states to omit");
        }
        this.system = system;
        this.properties = List.copyOf(properties);
        this.limits = limits;
        this.progress = progress;
        this.proofs = proofs;
    }

    /**
     * The same search for proofs alone, which keeps at most {@code mostKept} states for each property. It seeks neither runs nor
     * witnesses: a property is vacuous if the hull never puts it to the test, and what is not shown to hold is inconclusive.
     */
    public HullSearch forProofs(long mostKept) {
        return new HullSearch(system, properties, limits, progress, OptionalLong.of(mostKept));
    }

    /**
     * Decides every property, or as many as the limits allow. {@link Limits#maxStates()} bounds the controls of the hull, and for
     * each property the states that are kept.
     *
     * @throws AssertionError if the system fails; the message renders the control at which it did
     */
    public HullExploration run() {
        try (WorkerPool crew = new WorkerPool(limits.workers())) {
            return new Run(crew).explore();
        }
    }

    /** One run of the search. */
    private final class Run {
        private final Memory memory = new Memory(limits.maxBytes());
        private final Team team;
        private final Hull hull;
        private volatile Optional<AntichainSearch> current = Optional.empty();

        Run(WorkerPool crew) {
            this.team = new Team(crew, new StopCondition(limits, progress, System.nanoTime(), this::report));
            long facts = properties.stream()
                    .mapToLong(property -> property.relevant() | property.violation())
                    .reduce(0, (a, b) -> a | b);
            this.hull = new Hull(system, Lanes.of(system), facts, team, memory);
        }

        HullExploration explore() {
            Map<String, HullDecision> decisions = new LinkedHashMap<>();
            try {
                hull.compute(limits.maxStates());
                decide(decisions);
            } catch (Memory.Exhausted | OutOfMemoryError e) {
                team.halt().requestedBy(e);
            }
            for (StepInvariant property : properties) {
                decisions.computeIfAbsent(property.name(), name -> new HullDecision.Inconclusive(stopped()));
            }
            return new HullExploration(
                    hull.controls().size(),
                    hull.table().size(),
                    hull.generated(),
                    cuts(),
                    decisions,
                    team.halt().why(),
                    memory.used(),
                    team.halt().seconds());
        }

        private void decide(Map<String, HullDecision> decisions) {
            if (team.halt().requested()) {
                return;
            }
            Predecessors predecessors = new Predecessors(hull.controls());
            for (StepInvariant property : properties) {
                decisions.put(property.name(), decide(property, predecessors));
            }
        }

        private HullDecision decide(StepInvariant property, Predecessors predecessors) {
            if (!property.isViolatedBy(hull.observed())) {
                return holds(
                        property,
                        predecessors,
                        HullDecision.Means.HULL,
                        hull.controls().size(),
                        new Covers(hull)::ofHull);
            }
            if (team.halt().requested()) {
                return new HullDecision.Inconclusive(stopped());
            }
            HullQuestion whole = HullQuestion.about(hull, predecessors, property.violation());
            if (proofs.isPresent() && search(whole, true, FEW).violation().isPresent()) {
                return IS_VIOLATED;
            }
            HullQuestion question = whole.withoutDead(hull, predecessors);
            AntichainSearch saturated = search(question, true, limits.maxStates());
            if (saturated.violation().isPresent()) {
                return proofs.isPresent() ? IS_VIOLATED : shortest(question);
            }
            return saturated
                    .stopped()
                    .<HullDecision>map(HullDecision.Inconclusive::new)
                    .orElseGet(() -> holds(
                            property,
                            predecessors,
                            HullDecision.Means.ANTICHAIN,
                            saturated.size(),
                            () -> new Covers(hull).of(saturated, question)));
        }

        /** What holds is vacuous if no reachable step puts it to the test, which the hull over-approximates. */
        private HullDecision holds(
                StepInvariant property,
                Predecessors predecessors,
                HullDecision.Means by,
                long kept,
                Supplier<List<CoverState>> cover) {
            if (proofs.isPresent()) {
                return (hull.observed() & property.relevant()) == 0
                        ? new HullDecision.Vacuous()
                        : new HullDecision.Holds(false, by, kept, cover);
            }
            Witness.Result tested =
                    Witness.seek(hull, predecessors, property.relevant(), limits.maxStates(), team.halt());
            return tested == Witness.Result.THERE_IS_NONE
                    ? new HullDecision.Vacuous()
                    : new HullDecision.Holds(tested == Witness.Result.FOUND, by, kept, cover);
        }

        private HullDecision shortest(HullQuestion question) {
            AntichainSearch search = search(question, false, limits.maxStates());
            RunBuilder runs = new RunBuilder(system, hull, question);
            return search.violation()
                    .<HullDecision>map(
                            violation -> new HullDecision.Violated(runs.run(search.levels(), violation), search.size()))
                    .orElseGet(
                            () -> new HullDecision.Inconclusive("it is violated, but before a shortest run was found "
                                    + search.stopped().orElseThrow(Run::lost)));
        }

        private static AssertionError lost() {
            return new AssertionError("a violation that the saturated search found is not found step by step."
                    + " This is a defect of lastack.");
        }

        private AntichainSearch search(HullQuestion question, boolean saturates, long most) {
            AntichainSearch search = new AntichainSearch(hull, question, saturates, team, memory);
            current = Optional.of(search);
            search.run(Math.min(most, proofs.orElse(Long.MAX_VALUE)));
            current = Optional.empty();
            return search;
        }

        private String stopped() {
            return team.halt().why().orElseThrow();
        }

        private List<String> cuts() {
            IntFunction<String> name = system.bounds()::get;
            return IntStream.range(0, system.bounds().size())
                    .filter(hull::cuts)
                    .mapToObj(name)
                    .toList();
        }

        private Progress.Report report() {
            Optional<AntichainSearch> search = current;
            long kept = search.map(AntichainSearch::size)
                    .orElse((long) hull.controls().size());
            int level = search.map(AntichainSearch::depth).orElse(hull.rounds());
            return new Progress.Report(
                    kept,
                    hull.generated(),
                    level,
                    hull.queued(),
                    memory.used(),
                    team.halt().seconds());
        }
    }
}
