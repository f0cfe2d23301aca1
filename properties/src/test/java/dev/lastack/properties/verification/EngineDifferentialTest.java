package dev.lastack.properties.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.checker.Limits;
import dev.lastack.model.decisions.Decisions;
import dev.lastack.model.decisions.Variant;
import dev.lastack.model.state.Tcb;
import dev.lastack.properties.verification.DecidedBy.Means;
import dev.lastack.scenario.Expectation.Outcome;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.Scenarios;
import dev.lastack.scenario.text.ScenarioException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Verdicts with the hull against those of the plain search alone, on random scenarios: hostile networks without a capacity, in
 * which no violation may be missed and no run may be longer, and milder ones, in which no verdict may differ.
 */
class EngineDifferentialTest {

    private static final Limits PLAIN = Limits.none().withMaxStates(15_000);
    private static final Limits HULL = Limits.none().withMaxStates(1_500);

    private static final Map<String, List<String>> HOSTS = Map.ofEntries(
            Map.entry("msl", List.of("1", "1", "2")),
            Map.entry("time-wait", List.of("0", "1", "2", "3")),
            Map.entry("time-wait.restart", List.of("never", "on-fin", "on-any-fin", "on-answer")),
            Map.entry("time-wait.rst", List.of("as-elsewhere", "in-window", "ignore")),
            Map.entry("time-wait.syn", List.of("challenge", "drop", "reset", "reopen-if-newer-seq")),
            Map.entry("isn", List.of("constant", "monotonic")),
            Map.entry("rst-check", List.of("in-window", "exact")),
            Map.entry("data", List.of("0", "0", "1")),
            Map.entry("reassembly", List.of("off", "on")),
            Map.entry("B.close", List.of("may", "after-peer")),
            Map.entry("rto", List.of("1", "2", "1..2")),
            Map.entry("rto.backoff", List.of("none", "none", "exponential(4)")),
            Map.entry("retransmissions", List.of("unlimited", "1")),
            Map.entry("fin-wait-2-timeout", List.of("off", "off", "2")),
            Map.entry("keep-alive", List.of("off", "off", "2")),
            Map.entry("abort", List.of("0", "0", "1")),
            Map.entry("crash", List.of("0", "0", "0", "1")),
            Map.entry("timestamps", List.of("off", "off", "on")),
            Map.entry("incarnations", List.of("1", "2", "2")),
            Map.entry("start", List.of("established", "closed")));

    private static final Map<String, List<String>> NETWORKS = Map.of(
            "loss", List.of("none", "1", "unlimited"),
            "duplication", List.of("none", "none", "1", "unlimited"),
            "reordering", List.of("on", "on", "off"),
            "capacity", List.of("1", "2", "unlimited"));

    private final Map<Outcome, Integer> byHull = new EnumMap<>(Outcome.class);

    /** One that decides by what a TCB holds. */
    private static final class Impatient extends Decisions {
        @Override
        public int timeWaitTicks(Tcb tcb) {
            int usual = super.timeWaitTicks(tcb);
            return tcb.passive() ? Math.max(0, usual - 1) : usual;
        }
    }

    @Test
    void noVerdictIsWrong() {
        compare(1, 24);

        assertThat(byHull.keySet()).contains(Outcome.HOLDS, Outcome.VIOLATED, Outcome.VACUOUS);
    }

    @Test
    @Tag("deep")
    void noVerdictOfManyIsWrong() {
        compare(2, 1_000);
    }

    private void compare(long seed, int scenarios) {
        Random random = new Random(seed);
        for (int done = 0; done < scenarios; ) {
            Map<String, String> knobs = new LinkedHashMap<>();
            pick(HOSTS, random, knobs);
            boolean mild = random.nextBoolean();
            if (mild) {
                pick(NETWORKS, random, knobs);
            }
            Variant variant = random.nextInt(4) == 0 ? Variant.of(Impatient.class) : Variant.OF_KNOBS;
            Optional<Scenario> scenario = valid(knobs);
            if (scenario.isPresent()) {
                compare(scenario.get(), variant);
                done++;
            }
        }
    }

    private static void pick(Map<String, List<String>> values, Random random, Map<String, String> knobs) {
        values.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(knob -> knobs.put(
                        knob.getKey(),
                        knob.getValue().get(random.nextInt(knob.getValue().size()))));
    }

    private static Optional<Scenario> valid(Map<String, String> knobs) {
        try {
            return Optional.of(Scenarios.of(knobs));
        } catch (ScenarioException notFitting) {
            return Optional.empty();
        }
    }

    private void compare(Scenario scenario, Variant variant) {
        Verification verification = Verification.of(scenario).variant(variant);
        Report plain = verification.engine(Engine.PLAIN).limits(PLAIN).run();
        boolean isOwn = HullStage.isOfAnyCapacity(scenario);
        Report both = verification.limits(isOwn ? HULL : PLAIN).run();
        for (ClaimResult result : both.claims()) {
            String what = result.claim() + " by " + variant + " in " + scenario;
            ClaimResult alone = plain.claim(result.claim().id()).orElseThrow();
            if (isOwn) {
                VerdictComparison.assertMore(result, alone, what);
            } else {
                VerdictComparison.assertSame(result, alone, what);
            }
            if (result.decidedBy().means() != Means.PLAIN) {
                byHull.merge(result.outcome(), 1, Integer::sum);
            }
        }
    }
}
