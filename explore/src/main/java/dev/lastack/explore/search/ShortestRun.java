package dev.lastack.explore.search;

import dev.lastack.checker.Exploration;
import dev.lastack.checker.Limits;
import dev.lastack.checker.Progress;
import dev.lastack.checker.Property;
import dev.lastack.checker.StatePredicate;
import dev.lastack.checker.Trace;
import dev.lastack.checker.TransitionSystem;
import dev.lastack.checker.Verdict;
import dev.lastack.checker.search.Explorer;
import dev.lastack.explore.search.Rooted.Without;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** One search for a shortest run. It ends with the level in which it finds one: the engine itself would see every state. */
final class ShortestRun {

    private final TransitionSystem system;
    private final Limits limits;
    private final BooleanSupplier cancelled;

    private volatile int level;
    private volatile int foundIn = Integer.MAX_VALUE;

    ShortestRun(TransitionSystem system, Limits limits, BooleanSupplier cancelled) {
        this.system = system;
        this.limits = limits;
        this.cancelled = cancelled;
    }

    /**
     * What one search came to.
     *
     * @param run a shortest run, if there is one
     * @param stopped why the search ended early, if it did so without a run
     * @param cuts how many steps a bound of the scenario cut
     */
    record Result(Optional<Trace> run, Optional<String> stopped, long cuts) {}

    /** To a state that satisfies {@code wanted}, without the step {@code without}. */
    Result to(StatePredicate wanted, long[] root, Without without) {
        StatePredicate noticed = (states, offset) -> {
            boolean isWanted = wanted.test(states, offset);
            if (isWanted) {
                notice();
            }
            return isWanted;
        };
        return search(new Property.Reachable("wanted", noticed), new Rooted(system, root, without, 0, this::notice));
    }

    /** To a step that violates {@code claim}. */
    Result violating(Property.StepInvariant claim, long[] root) {
        return search(claim, new Rooted(system, root, Without.NOTHING, claim.violation(), this::notice));
    }

    /** Steps found while one level is expanded are kept when that level ends. */
    private void notice() {
        foundIn = Math.min(foundIn, level);
    }

    private Result search(Property property, TransitionSystem rooted) {
        Exploration exploration = new Explorer(rooted, List.of(property), limits, this::goesOn).run();
        Verdict verdict = exploration.verdicts().get(property.name());
        Optional<Trace> run = verdict instanceof Verdict.Violated violated
                ? Optional.of(violated.trace())
                : verdict instanceof Verdict.Witnessed witnessed ? Optional.of(witnessed.trace()) : Optional.empty();
        return new Result(
                run,
                run.isPresent() ? Optional.empty() : exploration.stopped(),
                exploration.cuts().values().stream().mapToLong(Long::longValue).sum());
    }

    private boolean goesOn(Progress.Report report) {
        level = report.level();
        return report.level() <= foundIn && !cancelled.getAsBoolean();
    }
}
