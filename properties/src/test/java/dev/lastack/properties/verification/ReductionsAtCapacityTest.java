package dev.lastack.properties.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.checker.Limits;
import dev.lastack.model.rules.Bound;
import dev.lastack.model.state.Reduction;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.Scenarios;
import dev.lastack.scenario.text.ScenarioException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No reduction changes a verdict where the network is full: which segments are lost then is the network's meaning alone. */
class ReductionsAtCapacityTest {

    private static final int COMPARED = 50;
    private static final long FEW_STATES = 4_000;

    /** Knobs that make small state spaces in which much happens; a knob is repeated to make a value more likely. */
    private static final Map<String, List<String>> KNOBS = Map.ofEntries(
            Map.entry("A.time-wait", List.of("0", "1", "3")),
            Map.entry("B.time-wait", List.of("0", "1", "3")),
            Map.entry("time-wait.restart", List.of("never", "on-fin", "on-answer")),
            Map.entry("time-wait.rst", List.of("as-elsewhere", "ignore")),
            Map.entry("isn", List.of("constant", "monotonic")),
            Map.entry("timestamps", List.of("off", "off", "on")),
            Map.entry("retransmissions", List.of("0", "1", "unlimited")),
            Map.entry("data", List.of("0", "0", "1")),
            Map.entry("A.open", List.of("active", "both")),
            Map.entry("B.open", List.of("active", "listen", "both")),
            Map.entry("close", List.of("may", "after-peer")),
            Map.entry("loss", List.of("none", "1", "unlimited", "unlimited")),
            Map.entry("duplication", List.of("none", "1", "unlimited", "unlimited")),
            Map.entry("reordering", List.of("on", "on", "on", "off")),
            Map.entry("capacity", List.of("1", "1", "2")),
            Map.entry("incarnations", List.of("1", "2", "3")),
            Map.entry("abort", List.of("0", "1")),
            Map.entry("start", List.of("established", "closed")));

    @Test
    void randomScenariosHaveTheSameVerdictsUnderAllOfThem() {
        Random random = new Random(20);
        int compared = 0;
        int symmetric = 0;
        while (compared < COMPARED) {
            Map<String, String> knobs = draw(random);
            Report all = check(knobs, Reduction.ALL);
            if (all.exploration().stopped().isPresent() || !capacityReached(all)) {
                continue;
            }
            compareAll(knobs, all);
            compared++;
            symmetric += all.reductions().contains(Reduction.SYMMETRY) ? 1 : 0;
        }
        assertThat(symmetric).as("scenarios whose hosts are alike").isGreaterThan(COMPARED / 4);
    }

    /** In a network of one slot, whether a segment merges with the one under way decides what else is lost. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "A.time-wait=3 time-wait.rst=ignore isn=constant retransmissions=0 window=1 incarnations=3 abort=1",
                "A.time-wait=3 time-wait.rst=ignore window=1 B.open=active incarnations=1"
            })
    void mergingIsNotOneOfThem(String row) {
        Map<String, String> knobs = new LinkedHashMap<>(
                Map.of("msl", "1", "B.time-wait", "0", "time-wait.restart", "on-answer", "data", "0", "capacity", "1"));
        for (String setting : row.split(" ", -1)) {
            knobs.put(setting.split("=", 2)[0], setting.split("=", 2)[1]);
        }
        Report all = check(knobs, Reduction.ALL);

        assertThat(capacityReached(all)).isTrue();
        assertThat(all.claims().stream().filter(claim -> claim.trace().isPresent()))
                .isNotEmpty();
        compareAll(knobs, all);
    }

    private static void compareAll(Map<String, String> knobs, Report all) {
        for (Set<Reduction> choice : ReducedRow.choices()) {
            Report other = check(knobs, choice);
            if (other.exploration().stopped().isEmpty()) {
                ReductionsTest.assertSame(knobs.toString(), other, all);
            }
        }
    }

    /** Half of the time both hosts have the knobs of A. */
    static Map<String, String> draw(Random random) {
        Map<String, String> knobs = new LinkedHashMap<>(Map.of("msl", "1", "window", "1"));
        KNOBS.keySet().stream().sorted().forEach(name -> {
            List<String> values = Objects.requireNonNull(KNOBS.get(name));
            knobs.put(name, values.get(random.nextInt(values.size())));
        });
        if (random.nextBoolean()) {
            for (String name : List.of("time-wait", "open")) {
                knobs.put("B." + name, Objects.requireNonNull(knobs.get("A." + name)));
            }
        }
        return knobs;
    }

    private static Report check(Map<String, String> knobs, Set<Reduction> reductions) {
        return Verification.of(scenario(knobs))
                .engine(Engine.PLAIN)
                .reductions(reductions)
                .limits(Limits.none().withWorkers(1).withMaxStates(FEW_STATES))
                .run()
                .withoutStates();
    }

    private static Scenario scenario(Map<String, String> knobs) {
        try {
            return Scenarios.of(knobs);
        } catch (ScenarioException contradictory) {
            throw new AssertionError("the knobs drawn contradict each other: " + knobs, contradictory);
        }
    }

    private static boolean capacityReached(Report report) {
        return report.bounds().stream().anyMatch(bound -> bound.bound() == Bound.CAPACITY && bound.isMet());
    }
}
