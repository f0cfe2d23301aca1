package dev.lastack.checker.liveness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.checker.Exploration;
import dev.lastack.checker.Limits;
import dev.lastack.checker.Progress;
import dev.lastack.checker.StatePredicate;
import dev.lastack.checker.TransitionSystem;
import dev.lastack.checker.Verdict;
import dev.lastack.checker.liveness.graph.GraphInput;
import dev.lastack.checker.liveness.ltl.Formula;
import dev.lastack.checker.liveness.ltl.StoppedException;
import dev.lastack.checker.liveness.property.ActionFairness;
import dev.lastack.checker.liveness.property.Fairness;
import dev.lastack.checker.liveness.property.LivenessProperty;
import dev.lastack.checker.liveness.property.LivenessResult;
import dev.lastack.checker.search.Explorer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicIntegerArray;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;

/** A property is decided the same on its {@link Region} as on the graph of all states. */
class RegionTest {

    private static final AtomicIntegerArray SEEN = new AtomicIntegerArray(4);
    private static final Limits LIMITS = Limits.none().withWorkers(1);

    @Property(tries = 2_000, shrinking = ShrinkingMode.OFF)
    void decidesAsTheWholeGraphDoes(@ForAll long seed) throws StoppedException {
        Random random = new Random(seed);
        MarkedGraph graph = new MarkedGraph().startingIn(0);
        int states = 2 + random.nextInt(5);
        int edges = 2 + random.nextInt(10);
        for (int edge = 0; edge < edges; edge++) {
            graph.edge(random.nextInt(states), random.nextInt(states));
        }
        int set = random.nextInt(1 << edges);
        Fairness fairness = new ActionFairness(List.of(new ActionFairness.ActionSet(
                "fair",
                random.nextBoolean() ? Fairness.Strength.WEAK : Fairness.Strength.STRONG,
                action -> (set >> action & 1) != 0)));
        LivenessProperty property = property(random);
        TransitionSystem system = graph.system();
        Exploration seen = new Explorer(system, List.of(), LIMITS, Progress.NONE).run();
        GraphInput subject = GraphInput.of(system, seen.states().orElseThrow(), fairness, List.of(property));
        boolean reduced = Region.of(List.of(property), subject).isPresent();

        LivenessSearch search = new LivenessSearch(system, fairness, LIMITS, Progress.NONE);
        LivenessResult alone = result(search.run(seen, List.of(property)), property);
        // What no run at all may be needs all states.
        LivenessResult whole = result(search.run(seen, List.of(property, LivenessProperty.never("never"))), property);

        String shown = property.formula() + " on " + graph + ", fair " + Integer.toBinaryString(set);
        assertThat(kind(alone)).as(shown).isEqualTo(kind(whole));
        assertThat(alone.needed()).as(shown).isEqualTo(whole.needed());
        assertThat(alone.tolerated()).as(shown).isEqualTo(whole.tolerated());
        if (reduced) {
            SEEN.incrementAndGet(alone.verdict() instanceof Verdict.Violated ? 0 : 1);
            SEEN.addAndGet(2, alone.verdict() instanceof Verdict.Vacuous ? 1 : 0);
        } else {
            SEEN.incrementAndGet(3);
        }
    }

    private static LivenessProperty property(Random random) {
        int p = random.nextInt(1 << 6);
        int q = random.nextInt(1 << 6);
        Map<String, StatePredicate> predicates = Map.of(
                "a", (states, offset) -> (p >> states[offset] & 1) != 0,
                "b", (states, offset) -> (q >> states[offset] & 1) != 0);
        Formula a = Formula.atom("a");
        Formula formula = switch (random.nextInt(3)) {
            case 0 -> Formula.leadsTo(a, Formula.atom("b"));
            case 1 -> Formula.always(Formula.implies(a, RandomFormulas.withOperators(1 + random.nextInt(3), random)));
            default -> RandomFormulas.withOperators(1 + random.nextInt(5), random);
        };
        return new LivenessProperty("property", formula, predicates, Set.of("fair"));
    }

    private static LivenessResult result(Map<String, LivenessResult> results, LivenessProperty property) {
        return Objects.requireNonNull(results.get(property.name()));
    }

    /** The verdict, with the length of the run that breaks the property. */
    private static String kind(LivenessResult result) {
        Verdict verdict = result.verdict();
        return verdict instanceof Verdict.Violated violated
                ? "violated after " + violated.trace().loopStart()
                : verdict.getClass().getSimpleName() + result.remark();
    }

    @AfterContainer
    static void everyOutcomeOccurred() {
        for (int outcome = 0; outcome < SEEN.length(); outcome++) {
            assertThat(SEEN.get(outcome))
                    .as("outcome " + outcome + " of " + SEEN)
                    .isGreaterThan(100);
        }
    }
}
