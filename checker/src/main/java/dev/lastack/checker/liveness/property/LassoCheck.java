package dev.lastack.checker.liveness.property;

import dev.lastack.checker.StatePredicate;
import dev.lastack.checker.StepSink;
import dev.lastack.checker.Steps;
import dev.lastack.checker.Trace;
import dev.lastack.checker.TransitionSystem;
import dev.lastack.checker.liveness.ltl.LassoSemantics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Checks a lasso by the definitions alone: that it is a run of the system, that it is fair, and that it breaks the
 * formula. Graph, automaton and search have no part in it.
 */
public final class LassoCheck {

    private final TransitionSystem system;
    private final Fairness fairness;
    private final LivenessProperty property;
    private final Trace lasso;

    private LassoCheck(TransitionSystem system, Fairness fairness, LivenessProperty property, Trace lasso) {
        this.system = system;
        this.fairness = fairness;
        this.property = property;
        this.lasso = lasso;
    }

    /**
     * The conditions that {@code lasso} breaks, none of them under an assumption of {@code property}.
     *
     * @throws AssertionError if it is no fair run of {@code system} that breaks {@code property}
     */
    public static List<LivenessResult.Unfairness> check(
            TransitionSystem system, Fairness fairness, LivenessProperty property, Trace lasso) {
        try {
            return new LassoCheck(system, fairness, property, lasso).brokenConditions();
        } catch (NotALassoException e) {
            throw new AssertionError("the lasso found for " + property.name() + " is not one: " + e.getMessage(), e);
        }
    }

    /** Whether {@code lasso} is a fair run of {@code system} that breaks {@code property}. */
    public static boolean breaks(TransitionSystem system, Fairness fairness, LivenessProperty property, Trace lasso) {
        try {
            new LassoCheck(system, fairness, property, lasso).brokenConditions();
            return true;
        } catch (NotALassoException e) {
            return false;
        }
    }

    private static final class NotALassoException extends Exception {
        NotALassoException(String why) {
            super(why);
        }
    }

    private List<LivenessResult.Unfairness> brokenConditions() throws NotALassoException {
        require(lasso.loopStart().isPresent(), "it does not repeat");
        checkRun();
        checkFormula();
        List<LivenessResult.Unfairness> broken = unserved();
        for (LivenessResult.Unfairness each : broken) {
            require(
                    !property.assumptions().contains(each.assumption()),
                    "it is unfair: " + each.assumption() + ", " + each.breach());
        }
        return broken;
    }

    private static void require(boolean condition, String what) throws NotALassoException {
        if (!condition) {
            throw new NotALassoException(what);
        }
    }

    private int length() {
        return lasso.steps().size();
    }

    private int loopStart() {
        return lasso.loopStart().orElseThrow();
    }

    private void checkRun() throws NotALassoException {
        Steps steps = new Steps(system);
        require(contains(steps.initial(), lasso.initial()), "it does not start in an initial state");
        for (int index = 0; index < length(); index++) {
            Trace.Step step = lasso.steps().get(index);
            List<long[]> targets = steps.from(lasso.state(index)).stream()
                    .filter(possible -> possible.action() == step.action())
                    .map(Trace.Step::target)
                    .toList();
            require(contains(targets, step.target()), "its step " + (index + 1) + " cannot be taken");
        }
        require(loopStart() <= length(), "it repeats from beyond its end");
        require(Arrays.equals(lasso.state(loopStart()), lasso.state(length())), "it does not come back");
        boolean idles = loopStart() == length();
        require(
                !idles
                        || !property.formula().countsSteps()
                        || steps.from(lasso.state(length())).isEmpty(),
                "it could go on");
    }

    private static boolean contains(List<long[]> states, long[] state) {
        return states.stream().anyMatch(each -> Arrays.equals(each, state));
    }

    // A run that ends idles in its last state, which is then the only letter of the cycle.
    private void checkFormula() throws NotALassoException {
        int positions = Math.max(length(), loopStart() + 1);
        List<Set<String>> letters = new ArrayList<>();
        for (int position = 0; position < positions; position++) {
            Set<String> letter = new HashSet<>();
            for (Map.Entry<String, StatePredicate> atom : property.predicates().entrySet()) {
                if (atom.getValue().test(lasso.state(position), 0)) {
                    letter.add(atom.getKey());
                }
            }
            letters.add(letter);
        }
        require(!LassoSemantics.holds(property.formula(), letters, loopStart()), "it satisfies the formula");
    }

    private List<LivenessResult.Unfairness> unserved() {
        Map<Long, Boolean> requested = new TreeMap<>();
        Set<Long> served = new HashSet<>();
        Set<Long> notAlwaysEnabled = new HashSet<>();
        List<Marked> cycle = new ArrayList<>();
        for (int index = loopStart(); index < Math.max(length(), loopStart() + 1); index++) {
            cycle.add(marked(index));
        }
        for (Marked step : cycle) {
            step.requested.forEach(condition -> requested.put(condition, true));
            served.addAll(step.served);
        }
        for (long condition : requested.keySet()) {
            if (cycle.stream().anyMatch(step -> !step.requested.contains(condition))) {
                notAlwaysEnabled.add(condition);
            }
        }
        return requested.keySet().stream()
                .filter(condition -> !served.contains(condition))
                .filter(condition -> fairness.strength(condition) == Fairness.Strength.STRONG
                        || !notAlwaysEnabled.contains(condition))
                .map(condition ->
                        new LivenessResult.Unfairness(fairness.assumption(condition), fairness.breach(condition)))
                .toList();
    }

    /** Whether step {@code index} of {@code run} serves a condition of {@code assumption}. */
    static boolean serves(TransitionSystem system, Fairness fairness, Trace run, int index, String assumption) {
        LivenessProperty any = LivenessProperty.never("any");
        return new LassoCheck(system, fairness, any, run)
                .marked(index).served.stream()
                        .anyMatch(condition -> fairness.assumption(condition).equals(assumption));
    }

    /** The marks on step {@code index} of the run, or on idling where the run has ended. */
    private Marked marked(int index) {
        Marked marks = new Marked();
        var expander = system.expander();
        Fairness.Observer observer = fairness.observer(expander, marks);
        int action = index < length() ? lasso.steps().get(index).action() : -1;
        boolean idle = index >= length();
        observer.state(lasso.state(index), 0);
        expander.successors(lasso.state(index), 0, new StepSink() {
            @Override
            public void step(int taken, long observations, long[] words, int offset) {
                marks.counts = !idle && taken == action;
                observer.step(taken, observations, words, offset);
            }

            @Override
            public void cut(int bound) {}
        });
        return marks;
    }

    /** What one step requests and serves; the marks on the other steps of its source count for "enabled" only. */
    private static final class Marked implements Fairness.Marks {
        final Set<Long> requested = new TreeSet<>();
        final Set<Long> served = new TreeSet<>();
        boolean counts;

        @Override
        public void enabled(long condition) {
            requested.add(condition);
        }

        @Override
        public void requested(long condition) {
            if (counts) {
                requested.add(condition);
            }
        }

        @Override
        public void served(long condition) {
            if (counts) {
                served.add(condition);
            }
        }
    }
}
