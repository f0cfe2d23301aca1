package dev.lastack.checker.liveness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.checker.Verdict;
import dev.lastack.checker.liveness.property.LivenessProperty;
import dev.lastack.checker.liveness.property.LivenessResult;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicIntegerArray;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;

/** Holds the search for fair cycles against {@link BruteForce} on random graphs with random fairness. */
class RandomFairnessTest {

    private static final AtomicIntegerArray SEEN = new AtomicIntegerArray(4);

    @Property(tries = 4_000, shrinking = ShrinkingMode.OFF)
    void agreesWithBruteForce(@ForAll long seed) {
        Random random = new Random(seed);
        MarkedGraph graph = randomGraph(random);
        int p = random.nextInt(1 << 5);
        int q = (int) sparse(random) & 31;
        BruteForce bruteForce = new BruteForce(graph);
        LivenessProperty property = LivenessProperty.leadsTo(
                        "p ~> q",
                        (states, offset) -> (p >> states[offset] & 1) != 0,
                        (states, offset) -> (q >> states[offset] & 1) != 0)
                .under(graph.allAssumptions());

        LivenessResult result = graph.check(property);

        String shown = graph + " with p " + Integer.toBinaryString(p) + ", q " + Integer.toBinaryString(q);
        boolean broken = breaks(bruteForce, p, q, property.assumptions());
        if (broken) {
            assertThat(result.verdict()).as(shown).isInstanceOf(Verdict.Violated.class);
            SEEN.incrementAndGet(0);
        } else if (result.verdict() instanceof Verdict.Inconclusive) {
            assertThat(bruteForce.isMachineClosed(property.assumptions()))
                    .as(shown)
                    .isFalse();
            SEEN.incrementAndGet(1);
        } else if (result.verdict() instanceof Verdict.Holds) {
            assertThat(bruteForce.isMachineClosed(property.assumptions()))
                    .as(shown)
                    .isTrue();
            assertThat(result.needed()).as(shown).isEqualTo(needed(bruteForce, p, q, property.assumptions()));
            SEEN.incrementAndGet(2);
        } else {
            assertThat(result.verdict()).as(shown).isInstanceOf(Verdict.Vacuous.class);
            SEEN.incrementAndGet(3);
        }
    }

    @AfterContainer
    static void everyOutcomeOccurred() {
        for (int outcome = 0; outcome < SEEN.length(); outcome++) {
            assertThat(SEEN.get(outcome))
                    .as("outcome " + outcome + " of " + SEEN)
                    .isGreaterThan(50);
        }
    }

    private static boolean breaks(BruteForce bruteForce, int p, int q, Set<String> assumptions) {
        return bruteForce.breaksLeadsTo(state -> (p >> state & 1) != 0, state -> (q >> state & 1) != 0, assumptions);
    }

    private static Set<Set<String>> needed(BruteForce bruteForce, int p, int q, Set<String> assumptions) {
        Set<Set<String>> alone = new HashSet<>();
        Set<String> others = new TreeSet<>(assumptions);
        for (String one : assumptions) {
            if (breaks(bruteForce, p, q, without(assumptions, Set.of(one)))) {
                alone.add(Set.of(one));
                others.remove(one);
            }
        }
        Set<Set<String>> together = new HashSet<>();
        for (String one : others) {
            for (String other : others) {
                Set<String> both = new TreeSet<>(List.of(one, other));
                if (breaks(bruteForce, p, q, without(assumptions, both))) {
                    together.add(both);
                }
            }
        }
        if (together.isEmpty() && breaks(bruteForce, p, q, without(assumptions, others))) {
            together.add(others);
        }
        together.addAll(alone);
        return together;
    }

    private static Set<String> without(Set<String> assumptions, Set<String> dropped) {
        Set<String> fewer = new TreeSet<>(assumptions);
        fewer.removeAll(dropped);
        return fewer;
    }

    private static MarkedGraph randomGraph(Random random) {
        int states = 1 + random.nextInt(4);
        int conditions = random.nextInt(4);
        MarkedGraph graph = new MarkedGraph().startingIn(0);
        long strong = 0;
        for (int condition = 0; condition < conditions; condition++) {
            if (random.nextInt(3) == 0) {
                graph.weak(condition);
            } else {
                graph.strong(condition);
                strong |= 1L << condition;
            }
        }
        for (int state = 0; state < states; state++) {
            graph.enabledIn(state, sparse(random) & mask(conditions));
        }
        int edges = 1 + random.nextInt(8);
        for (int edge = 0; edge < edges; edge++) {
            graph.edge(
                    random.nextInt(states),
                    random.nextInt(states),
                    sparse(random) & strong,
                    sparse(random) & mask(conditions));
        }
        return graph;
    }

    /** About a quarter of the bits. */
    private static long sparse(Random random) {
        long half = random.nextLong();
        return half & random.nextLong();
    }

    private static long mask(int conditions) {
        return (1L << conditions) - 1;
    }
}
