package dev.lastack.counterexamples.story;

import dev.lastack.counterexamples.Counterexample;
import dev.lastack.model.view.StateView;
import dev.lastack.properties.claims.Reachability;
import dev.lastack.scenario.knobs.Host;
import java.util.Optional;

/** What a run is shown for: the claim that it violates, the state that it reaches, or only itself. */
public final class Ending {

    /** The formula of a run that was to reach no particular state. */
    public static final String ANY_STATE = "true";

    private final Counterexample run;
    private final Optional<String> goal;

    private Ending(Counterexample run) {
        this.run = run;
        this.goal = Reachability.formula(run.claim().id(), run.claim().sentence());
    }

    public static Ending of(Counterexample run) {
        return new Ending(run);
    }

    /** Whether the run violates a claim. */
    public boolean isViolation() {
        return goal.isEmpty();
    }

    /** Whether the run is shown for itself: it violates nothing and was to reach no particular state. */
    public boolean isAnyState() {
        return goal.equals(Optional.of(ANY_STATE));
    }

    /** Whether step {@code step} violates a claim; a lasso violates one by all its steps together. */
    public boolean isViolation(int step) {
        return isViolation() && step == run.length() && run.loopStart().isEmpty();
    }

    /** What the scenario does in this run, as the predicate of a sentence: "violates no-old-fin", "reaches A.gone". */
    public String deed() {
        return goal.map(formula -> formula.equals(ANY_STATE) ? "does this" : "reaches " + formula)
                .orElseGet(() -> "violates " + run.claim().id());
    }

    /** The same after "to" or a plural: "violate no-old-fin". */
    public String deedOfMany() {
        return goal.map(formula -> formula.equals(ANY_STATE) ? "do this" : "reach " + formula)
                .orElseGet(() -> "violate " + run.claim().id());
    }

    /** The sign before {@link Violation#sentence}. */
    public String mark() {
        return isViolation() ? "✗" : isAnyState() ? "·" : "✓";
    }

    /** The claim, or what was wanted, for a line under the title. */
    public String question() {
        return goal.map(formula -> formula.equals(ANY_STATE) ? "A possible run." : "Wanted: " + formula)
                .orElseGet(() -> run.claim().sentence());
    }

    /** The name of the claim or goal, for the line of the verdict. */
    public String subject() {
        return goal.map(formula -> formula.equals(ANY_STATE) ? "ends" : formula)
                .orElseGet(() -> run.claim().id());
    }

    /** Where a run that violates nothing ends. */
    static String lastState(Counterexample run) {
        StateView last = run.after(run.length());
        int inFlight = last.toA().size() + last.toB().size();
        String network = inFlight == 0 ? "nothing is" : inFlight == 1 ? "1 segment is" : inFlight + " segments are";
        return "A is in %s, B is in %s, and %s in flight."
                .formatted(last.endpoint(Host.A).state(), last.endpoint(Host.B).state(), network);
    }
}
