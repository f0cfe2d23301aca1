package dev.lastack.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.checker.Exploration;
import dev.lastack.checker.Limits;
import dev.lastack.checker.Progress;
import dev.lastack.checker.Property;
import dev.lastack.checker.search.Explorer;
import dev.lastack.scenario.Scenarios;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Where durations are real, verdicts do not depend on how long a tick is: multiplying all durations is the same as a shorter
 * tick. Random scenarios with crashes, backoff, reopening and giving up, whose capacity is not reached.
 */
class InstantScalingTest {

    private static final int SCENARIOS_PER_SEED = 15;
    private static final long MOST_STATES = 15_000;
    private static final long MOST_FINER_STATES = 150_000;

    @ParameterizedTest
    @ValueSource(longs = 1)
    void verdictsAreThoseOfAFinerTick(long seed) {
        Random random = new Random(seed);
        int compared = 0;
        for (int i = 0; i < SCENARIOS_PER_SEED; i++) {
            Map<String, String> knobs = knobs(random);
            Exploration coarse = explore(knobs, 1, MOST_STATES);
            if (decided(coarse)) {
                compared += compare(knobs, coarse, 2) + compare(knobs, coarse, 3);
            }
        }
        assertThat(compared).as("scenarios compared").isPositive();
    }

    private static int compare(Map<String, String> knobs, Exploration coarse, int scale) {
        Exploration fine = explore(knobs, scale, MOST_FINER_STATES);
        if (!decided(fine)) {
            return 0;
        }
        assertThat(JudgedScenario.failing(fine))
                .as("%s, times %d", knobs, scale)
                .isEqualTo(JudgedScenario.failing(coarse));
        return 1;
    }

    /** The whole space was seen, and its capacity neither reached nor a cause to cut a step. */
    private static boolean decided(Exploration exploration) {
        return exploration.stopped().isEmpty()
                && exploration.counters().getOrDefault("capacity overflows", 0L) == 0
                && exploration.cuts().values().stream().allMatch(cut -> cut == 0);
    }

    private static Exploration explore(Map<String, String> knobs, int scale, long most) {
        TerminationModel model = TerminationModel.of(Scenarios.of(RandomScenarios.inSeconds(knobs, scale)));
        List<Property> properties = new ArrayList<>();
        JudgedScenario.CLAIMS.forEach(
                (name, facts) -> properties.add(new Property.StepInvariant(name, facts[0].bit(), facts[1].bit())));
        properties.add(new Property.DeadlockFree("timelock", (states, offset) -> false));
        return new Explorer(model, properties, Limits.none().withMaxStates(most), Progress.NONE).run();
    }

    private static Map<String, String> knobs(Random random) {
        Map<String, String> knobs = new LinkedHashMap<>(
                Map.of("data", "0", "window", "1", "capacity", "8", "time-wait.rst", "ignore", "duplication", "none"));
        choose(random, knobs, "msl", "1", "2");
        choose(random, knobs, "A.time-wait", "1", "2", "3");
        choose(random, knobs, "B.time-wait", "1", "2", "3");
        choose(random, knobs, "A.rto", "1", "2", "1..2");
        choose(random, knobs, "B.rto", "1", "2");
        choose(random, knobs, "rto.backoff", "none", "none", "exponential(2)");
        choose(random, knobs, "retransmissions", "0", "1");
        choose(random, knobs, "time-wait.restart", "never", "on-fin", "on-answer");
        choose(random, knobs, "time-wait.syn", "challenge", "reopen-if-newer-seq");
        choose(random, knobs, "isn", "monotonic", "constant");
        choose(random, knobs, "fin-wait-2-timeout", "off", "off", "1", "2");
        choose(random, knobs, "quiet-time", "0", "1");
        choose(random, knobs, "close", "after-peer", "may");
        choose(random, knobs, "loss", "none", "1");
        choose(random, knobs, "crash", "0", "1");
        choose(random, knobs, "incarnations", "1", "2");
        return knobs;
    }

    private static void choose(Random random, Map<String, String> knobs, String knob, String... values) {
        knobs.put(knob, values[random.nextInt(values.length)]);
    }
}
