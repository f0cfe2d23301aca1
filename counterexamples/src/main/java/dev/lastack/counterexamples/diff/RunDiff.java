package dev.lastack.counterexamples.diff;

import dev.lastack.counterexamples.Counterexample;
import dev.lastack.counterexamples.story.Ending;
import dev.lastack.counterexamples.trace.StateDifference;
import dev.lastack.counterexamples.trace.WholeScenario;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Two runs compared.
 *
 * @param knobs the knobs whose values differ, by name, with the left value and the right one
 * @param parting where the runs part; empty if they take the same steps through the same states
 * @param leftViolates the claims that the left run violates, with the first step that does
 * @param rightViolates the same of the right run
 */
public record RunDiff(
        Counterexample left,
        Counterexample right,
        Map<String, List<String>> knobs,
        Optional<Parting> parting,
        Map<String, Integer> leftViolates,
        Map<String, Integer> rightViolates) {

    private static final String ABSENT = "-";

    /** Compares two runs that were replayed. */
    public static RunDiff of(Counterexample left, Counterexample right) {
        return new RunDiff(
                left, right, knobs(left, right), parting(left, right), Consequences.of(left), Consequences.of(right));
    }

    /** Whether both are the same run of the same scenario, shown for the same reason. */
    public boolean isEmpty() {
        return knobs.isEmpty()
                && parting.isEmpty()
                && left.claim().equals(right.claim())
                && left.variant().equals(right.variant());
    }

    private static Map<String, List<String>> knobs(Counterexample left, Counterexample right) {
        Map<String, String> ofLeft = WholeScenario.knobs(left.scenario());
        Map<String, String> ofRight = WholeScenario.knobs(right.scenario());
        TreeSet<String> names = new TreeSet<>(ofLeft.keySet());
        names.addAll(ofRight.keySet());
        Map<String, List<String>> different = new LinkedHashMap<>();
        for (String name : names) {
            String leftValue = ofLeft.getOrDefault(name, ABSENT);
            String rightValue = ofRight.getOrDefault(name, ABSENT);
            if (!leftValue.equals(rightValue)) {
                different.put(name, List.of(leftValue, rightValue));
            }
        }
        return different;
    }

    private static Optional<Parting> parting(Counterexample left, Counterexample right) {
        for (int step = 0; step <= Math.max(left.length(), right.length()); step++) {
            String leftMove = move(left, step);
            String rightMove = move(right, step);
            if (!leftMove.equals(rightMove)) {
                return Optional.of(new Parting(step, "", leftMove, rightMove));
            }
            int here = step;
            Optional<Parting> parting = StateDifference.first(left.after(step), right.after(step))
                    .map(found -> new Parting(here, found.path(), found.expected(), found.found()));
            if (parting.isPresent()) {
                return parting;
            }
        }
        return left.loopStart().equals(right.loopStart())
                ? Optional.empty()
                : Optional.of(new Parting(left.length(), "what repeats for ever", loop(left), loop(right)));
    }

    /** The label of a step; the initial state has the same for every run. */
    private static String move(Counterexample run, int step) {
        if (step == 0) {
            return "";
        }
        return step <= run.length()
                ? run.moves().get(step - 1).label()
                : "the run is over: it " + Ending.of(run).deed();
    }

    private static String loop(Counterexample run) {
        return run.loopStart().isPresent() ? "from step " + (run.loopStart().getAsInt() + 1) + " on" : "nothing";
    }
}
