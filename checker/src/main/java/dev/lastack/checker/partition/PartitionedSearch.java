package dev.lastack.checker.partition;

import dev.lastack.checker.Exploration;
import dev.lastack.checker.Limits;
import dev.lastack.checker.Progress;
import dev.lastack.checker.Trace;
import dev.lastack.checker.partition.part.Ledger;
import dev.lastack.checker.partition.part.Manifest;
import dev.lastack.checker.partition.part.Part;
import dev.lastack.checker.search.Plan;
import dev.lastack.checker.search.Predecessor;
import dev.lastack.checker.search.PropertyFinding;
import dev.lastack.checker.search.PropertyFindings;
import dev.lastack.checker.search.Sightings;
import dev.lastack.checker.search.StopCondition;
import dev.lastack.checker.search.Totals;
import dev.lastack.checker.search.TraceBuilder;
import dev.lastack.checker.store.level.StateOrder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The driver of a partitioned search: goes from level to level and commits each. It holds no states. Verdicts, counts,
 * levels and counterexamples are those of {@link dev.lastack.checker.search.Explorer}, whatever the partitions are and
 * whoever runs the tasks.
 */
public final class PartitionedSearch {

    private final Recipe recipe;
    private final Problem problem;
    private final PartitionedSetting setting;
    private final Ownership ownership;
    private final Distribution distribution;
    private final Limits limits;
    private final PropertyFindings findings;
    private final StopCondition halt;
    private Manifest manifest;
    private Traffic traffic = Traffic.NONE;

    /** A search for what {@code recipe} builds. */
    public PartitionedSearch(
            Recipe recipe, PartitionedSetting setting, Distribution distribution, Limits limits, Progress progress) {
        if (limits.lossyBits().isPresent()) {
            throw new IllegalArgumentException("lossy storage is for memory; a partitioned search loses nothing");
        }
        this.recipe = recipe;
        this.problem = Problem.of(recipe);
        this.setting = setting;
        this.ownership = Ownership.of(problem.system(), setting.partitions(), setting.hashedBits());
        this.distribution = distribution;
        this.limits = limits;
        this.findings = new PropertyFindings(problem.words(), problem.properties());
        this.halt = new StopCondition(limits, progress, System.nanoTime(), this::report);
        List<List<Part>> none = Collections.nCopies(setting.partitions(), List.of());
        this.manifest = new Manifest(LevelStep.INITIAL, none, Totals.none(problem.system()), saved(findings));
    }

    /**
     * Sees every reachable state, or as many as the limits allow.
     *
     * @param subject what is explored, in words that change with anything that changes the states
     * @throws dev.lastack.checker.Workspace.Unusable if the storage is damaged, in use, holds something else, or is not seen
     *     by all processes
     */
    public Exploration run(String subject) {
        Plan plan = new Plan(problem.system(), problem.properties(), limits, report -> true, System.nanoTime());
        String partitioned = plan.subject(subject) + "partitions: " + setting.partitions() + " by "
                + setting.hashedBits() + " bits\n";
        try (Ledger ledger = new Ledger(setting.storage(), partitioned, setting.resume())) {
            ledger.restore(problem.system()).ifPresent(this::restore);
            distribution.check(step(), halt);
            explore(ledger);
            Exploration exploration = exploration();
            ledger.sweep();
            return exploration;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot clean up " + setting.storage().locate(""), e);
        }
    }

    /** What it took, once the search has run. */
    public Traffic traffic() {
        return traffic.of(manifest);
    }

    private void restore(Manifest saved) {
        manifest = saved;
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(saved.findings()))) {
            findings.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException("findings have another shape", e);
        }
    }

    private void explore(Ledger ledger) {
        try {
            boolean goesOn = true;
            while (goesOn && mayGoOn()) {
                List<TaskOutcome> outcomes = distribution.advance(step(), halt);
                goesOn = !halt.requested() && take(outcomes, ledger);
            }
        } catch (UncheckedIOException e) {
            halt.requestedBy(e);
        }
    }

    private boolean mayGoOn() {
        if (manifest.states() > limits.maxStates()) {
            halt.request("the limit of " + limits.maxStates() + " states was reached");
        }
        halt.refresh();
        return !halt.requested();
    }

    private LevelStep step() {
        return new LevelStep(
                recipe,
                setting.storage(),
                ownership,
                manifest.level(),
                manifest.findings(),
                manifest.parts(),
                setting.memory());
    }

    /** Takes over what a level led to; false if that is no new state. */
    private boolean take(List<TaskOutcome> outcomes, Ledger ledger) {
        List<List<Part>> parts = new ArrayList<>(manifest.parts());
        List<Sightings> sightings = new ArrayList<>();
        List<ExpansionTally> tallies = new ArrayList<>();
        long found = 0;
        for (TaskOutcome outcome : outcomes) {
            parts.set(outcome.partition(), List.copyOf(outcome.parts()));
            found += outcome.found();
            sightings.add(sightings(outcome.sightings()));
            outcome.tallies().forEach(tally -> tallies.add(ExpansionTally.read(tally, problem)));
        }
        requireEachOnce("merge", outcomes.stream().map(TaskOutcome::partition).toList());
        requireEachOnce(
                "expansion", tallies.stream().map(ExpansionTally::partition).toList());
        Totals totals = manifest.totals();
        for (ExpansionTally tally : tallies) {
            totals = totals.plus(tally.generated(), tally.counters(), tally.cuts());
            sightings.add(tally.sightings());
            traffic = traffic.plus(tally);
        }
        findings.merge(sightings, manifest.level());
        Manifest next = new Manifest(manifest.level() + 1, parts, totals, saved(findings));
        if (next.states() != manifest.states() + found) {
            throw new AssertionError("the parts hold " + next.states() + " states instead of "
                    + (manifest.states() + found) + ": this is a defect of lastack");
        }
        if (found == 0) {
            // No level is committed: whoever resumes expands the last one again.
            manifest = new Manifest(manifest.level(), manifest.parts(), totals, next.findings());
            return false;
        }
        ledger.commit(next);
        manifest = next;
        return true;
    }

    private void requireEachOnce(String task, List<Integer> partitions) {
        if (partitions.size() != setting.partitions()
                || partitions.stream().distinct().count() != partitions.size()) {
            throw new AssertionError("not every partition had exactly one " + task + ": " + partitions
                    + ": this is a defect of lastack");
        }
    }

    private Sightings sightings(byte[] data) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(data))) {
            return SightingsData.read(problem.properties().size(), problem.words(), in);
        } catch (IOException e) {
            throw new UncheckedIOException("sightings have another shape", e);
        }
    }

    private static byte[] saved(PropertyFindings findings) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            findings.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException("an array cannot be written to", e);
        }
        return bytes.toByteArray();
    }

    private Exploration exploration() {
        Map<PropertyFinding, Trace> traces =
                new TraceBuilder(problem.system(), this::predecessors).traces(findings.all());
        return new Exploration(
                manifest.states(),
                manifest.totals().generated(),
                manifest.level() + 1,
                Totals.named(problem.system().counters(), manifest.totals().counters()),
                Totals.named(problem.system().bounds(), manifest.totals().cuts()),
                findings.verdicts(traces, halt.why()),
                halt.why(),
                manifest.bytes(),
                halt.seconds(),
                Optional.empty());
    }

    /** The least predecessors in all partitions. */
    private @Nullable Predecessor[] predecessors(int level, List<long[]> heads) {
        Backward backward = new Backward(recipe, setting.storage(), manifest.parts(), level, heads);
        @Nullable Predecessor[] least = new Predecessor[heads.size()];
        for (List<@Nullable Predecessor> found : distribution.goBack(backward)) {
            for (int head = 0; head < least.length; head++) {
                Predecessor known = least[head];
                Predecessor other = found.get(head);
                if (other != null && (known == null || isLess(other, known))) {
                    least[head] = other;
                }
            }
        }
        return least;
    }

    private boolean isLess(Predecessor a, Predecessor b) {
        return StateOrder.compare(a.source(), 0, b.source(), 0, problem.words()) < 0;
    }

    private Progress.Report report() {
        Manifest now = manifest;
        return new Progress.Report(
                now.states(),
                now.totals().generated(),
                Math.max(0, now.level()),
                now.latest(),
                now.bytes(),
                halt.seconds());
    }
}
