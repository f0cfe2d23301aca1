package dev.lastack.explore.search;

import dev.lastack.checker.Limits;
import dev.lastack.checker.Property;
import dev.lastack.checker.StatePredicate;
import dev.lastack.checker.Trace;
import dev.lastack.checker.liveness.ltl.FormulaSyntaxException;
import dev.lastack.explore.Choices;
import dev.lastack.explore.ExploreException;
import dev.lastack.explore.Playground;
import dev.lastack.explore.Walk;
import dev.lastack.explore.search.Rooted.Without;
import dev.lastack.explore.search.ShortestRun.Result;
import dev.lastack.properties.claims.Reachability;
import dev.lastack.properties.claims.SafetyClaim;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** Answers what can happen from where a walk has come to. One search runs at a time; others wait for it. */
public final class Searches {

    private final Playground playground;
    private final Limits limits;
    private final BooleanSupplier cancelled;
    private final Semaphore one = new Semaphore(1, true);

    /** Each answer keeps within {@code limits}; while {@code cancelled} says so, all come to an end. */
    public Searches(Playground playground, Limits limits, BooleanSupplier cancelled) {
        this.playground = playground;
        this.limits = limits;
        this.cancelled = cancelled;
    }

    /** The ids of the claims that {@link #violating} knows. */
    public static List<String> claims() {
        return Stream.of(SafetyClaim.values()).map(SafetyClaim::toString).toList();
    }

    /**
     * The walk, then a shortest run from its end whose last step violates the claim.
     *
     * @throws ExploreException if there is no such claim
     */
    public Answer violating(Walk walk, String claim) {
        SafetyClaim wanted = SafetyClaim.byId(claim)
                .orElseThrow(() -> new ExploreException(
                        "claim: '" + claim + "' is not in the list: " + String.join(", ", claims())));
        Property.StepInvariant property = (Property.StepInvariant)
                wanted.claim().property(playground.model()).orElseThrow();
        return alone(() ->
                goingOn(walk, search(limits).violating(property, end(walk)), "No run from here violates " + claim));
    }

    /**
     * The walk, then a shortest run from its end to a state that satisfies the formula.
     *
     * @throws ExploreException if it is no formula about a state
     */
    public Answer reaching(Walk walk, String formula) {
        StatePredicate wanted = wanted(formula);
        return alone(() -> goingOn(
                walk,
                search(limits).to(wanted, end(walk), Without.NOTHING),
                "No run from here reaches a state where " + formula));
    }

    private StatePredicate wanted(String formula) {
        try {
            return Reachability.predicate(formula, playground.model());
        } catch (FormulaSyntaxException e) {
            throw new ExploreException("state: " + e.getMessage());
        }
    }

    /**
     * Another run to the state that the walk ends in: a shortest one without the last step of the walk. If every run to the
     * state takes this step, the same is asked about the step before, and so on.
     *
     * @throws ExploreException if the walk has no step
     */
    public Answer otherwise(Walk walk) {
        if (walk.length() == 0) {
            throw new ExploreException("the run has no step yet; take one before asking for another way");
        }
        return alone(() -> another(walk));
    }

    private Answer another(Walk walk) {
        long deadline = System.nanoTime() + limits.timeout().toNanos();
        long cuts = 0;
        for (int step = walk.length(); step > 0; step--) {
            long[] target = walk.state(step);
            int words = target.length;
            StatePredicate same = (states, offset) -> Arrays.equals(states, offset, offset + words, target, 0, words);
            Without without = new Without(
                    walk.state(step - 1), walk.trace().steps().get(step - 1).action());
            Duration left = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
            Result result = search(limits.withTimeout(left)).to(same, walk.state(0), without);
            if (result.run().isPresent()) {
                return new Answer.Found(Choices.NONE
                        .then(actions(result.run().get()))
                        .then(walk.choices().actions().subList(step, walk.length())));
            }
            if (result.stopped().isPresent()) {
                return undecided(result.stopped().get());
            }
            cuts += result.cuts();
        }
        return new Answer.None("No other run reaches this state" + within(cuts) + ".");
    }

    private Answer goingOn(Walk walk, Result result, String none) {
        Optional<Trace> run = result.run();
        if (run.isPresent()) {
            return new Answer.Found(walk.choices().then(actions(run.get())));
        }
        return result.stopped()
                .map(Searches::undecided)
                .orElseGet(() -> new Answer.None(none + within(result.cuts()) + "."));
    }

    private static Answer undecided(String why) {
        return new Answer.Undecided("Undecided: " + why + ".");
    }

    private static String within(long cuts) {
        return cuts == 0 ? "" : " within the bounds of the scenario, which cut %,d steps".formatted(cuts);
    }

    private static List<Integer> actions(Trace run) {
        List<Integer> actions = new ArrayList<>();
        run.steps().forEach(step -> actions.add(step.action()));
        return actions;
    }

    private static long[] end(Walk walk) {
        return walk.state(walk.length());
    }

    private ShortestRun search(Limits within) {
        return new ShortestRun(playground.model(), within, cancelled);
    }

    private interface Question {
        Answer answer();
    }

    private Answer alone(Question question) {
        one.acquireUninterruptibly();
        try {
            return question.answer();
        } finally {
            one.release();
        }
    }
}
