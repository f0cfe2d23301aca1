package dev.lastack.model.zones;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.checker.Exploration;
import dev.lastack.checker.Limits;
import dev.lastack.checker.Progress;
import dev.lastack.checker.Property;
import dev.lastack.checker.Trace;
import dev.lastack.checker.search.Explorer;
import dev.lastack.checker.zones.TimedRun;
import dev.lastack.checker.zones.ZoneExploration;
import dev.lastack.checker.zones.ZoneSearch;
import dev.lastack.model.JudgedScenario;
import dev.lastack.model.RandomScenarios;
import dev.lastack.model.TerminationModel;
import dev.lastack.model.decisions.Variant;
import dev.lastack.model.rules.Observation;
import dev.lastack.model.state.InstantOrder;
import dev.lastack.model.state.Reduction;
import dev.lastack.scenario.Scenarios;
import dev.lastack.scenario.text.ScenarioException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Zones against ticks, on random small scenarios. Whatever is violated in ticks, the network ranking before the 2MSL timer, is
 * violated in dense time; and each run that zones find is followed in ticks that are short enough. Together the two show that the
 * verdicts are the same.
 */
class ZoneDifferentialTest {

    static final List<Property.StepInvariant> CLAIMS = Stream.of(
                    claim("no-old-fin", Observation.FIN_JUDGED, Observation.OLD_FIN_TAKEN),
                    claim("no-old-data", Observation.TEXT_JUDGED, Observation.OLD_TEXT_TAKEN),
                    claim("no-old-ack", Observation.ACK_JUDGED, Observation.OLD_ACK_TAKEN),
                    claim("no-old-handshake", Observation.HANDSHAKE_JUDGED, Observation.OLD_HANDSHAKE),
                    claim("no-replay", Observation.HANDSHAKE_JUDGED, Observation.REPLAYED),
                    claim("no-old-rst", Observation.RST_JUDGED, Observation.OLD_RST_TAKEN),
                    claim("time-wait-kept", Observation.TIME_WAIT_LEFT, Observation.TIME_WAIT_CUT_SHORT),
                    claim("drained", Observation.TIME_WAIT_OVER, Observation.UNDRAINED),
                    claim("last-ack-clean", Observation.LAST_ACK_LEFT, Observation.LAST_ACK_UNCLEAN),
                    claim("graceful", Observation.BOTH_CLOSED_TCB_ENDED, Observation.BOTH_CLOSED_TCB_RESET),
                    claim("no-truncation", Observation.END_TOLD, Observation.TRUNCATED),
                    claim("agreement", Observation.PARTNERS, Observation.PARTNERS_DISAGREE))
            .toList();

    private static final int MOST_STATES = 40_000;
    private static final int MOST_ZONES = 6_000;

    private static Property.StepInvariant claim(String name, Observation tested, Observation broken) {
        return new Property.StepInvariant(name, tested.bit(), broken.bit());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void verdictsAreThoseOfTicks(long seed) {
        assertThat(compare(seed, 12)).as("comparisons").isGreaterThanOrEqualTo(8);
    }

    @Tag("deep")
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void verdictsAreThoseOfTicksInHundreds(long seed) {
        assertThat(compare(seed, 150)).as("comparisons").isGreaterThanOrEqualTo(100);
    }

    /** The unit is what divides all durations, so the same zones come out, whatever the length of a second is. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 7})
    void multiplyingAllDurationsLeavesVerdictsAndZonesAlone(int factor) {
        Random random = new Random(factor);
        int compared = 0;
        while (compared < 5) {
            Map<String, String> knobs = knobs(random);
            try {
                ZoneExploration once = explore(ZoneModel.of(Scenarios.of(RandomScenarios.inSeconds(knobs, 1))));
                ZoneExploration more = explore(ZoneModel.of(Scenarios.of(RandomScenarios.inSeconds(knobs, factor))));
                assertThat(violated(more)).isEqualTo(violated(once));
                assertThat(more.zones()).isEqualTo(once.zones());
                compared++;
            } catch (ScenarioException contradictory) {
                // Another one then.
            }
        }
    }

    private static ZoneExploration explore(ZoneModel model) {
        return explore(model, MOST_ZONES);
    }

    static ZoneExploration explore(ZoneModel model, int mostZones) {
        return new ZoneSearch(model, CLAIMS, Limits.none().withMaxStates(mostZones), Progress.NONE).run();
    }

    private static int compare(long seed, int scenarios) {
        Random random = new Random(seed);
        int compared = 0;
        for (int i = 0; i < scenarios; i++) {
            Map<String, String> knobs = knobs(random);
            ZoneModel model;
            try {
                model = ZoneModel.of(Scenarios.of(RandomScenarios.inSeconds(knobs, 1)));
            } catch (ScenarioException contradictory) {
                continue;
            }
            ZoneExploration zones = explore(model);
            follow(knobs, model, zones);
            if (zones.stopped().isEmpty()) {
                compared += compare(knobs, zones, 1) + compare(knobs, zones, 2);
            }
        }
        return compared;
    }

    private static int compare(Map<String, String> knobs, ZoneExploration zones, int scale) {
        Exploration ticks = explore(ticks(knobs, scale, InstantOrder.NETWORK_FIRST));
        Set<String> violated = JudgedScenario.failing(ticks);
        assertThat(violated(zones)).as("%s, times %d", knobs, scale).containsAll(violated);
        assertThat(violated(zones))
                .as("%s, by tick, times %d", knobs, scale)
                .containsAll(JudgedScenario.failing(explore(ticks(knobs, scale, InstantOrder.BY_TICK))));
        return ticks.stopped().isEmpty() ? 1 : 0;
    }

    /** Each run that zones find is one of the model in ticks, and violates what it is said to violate. */
    private static void follow(Map<String, String> knobs, ZoneModel model, ZoneExploration zones) {
        zones.answers()
                .forEach((claim, answer) -> answer.violation().ifPresent(run -> {
                    InstantOrder order = run.apart() ? InstantOrder.ANY : InstantOrder.NETWORK_FIRST;
                    TerminationModel ticks = ticks(knobs, run.parts(), order);
                    long ticksPerPart =
                            Duration.ofNanos(model.durations().unit()).toSeconds();
                    Trace trace = RunInTicks.of(model, run, ticks, ticksPerPart)
                            .orElseThrow(() ->
                                    new AssertionError(claim + " of " + knobs + ": " + run + " " + told(model, run)));
                    Property.StepInvariant property = CLAIMS.stream()
                            .filter(each -> each.name().equals(claim))
                            .findFirst()
                            .orElseThrow();
                    assertThat(property.firstViolation(trace, ticks))
                            .as("%s of %s", claim, knobs)
                            .isPresent();
                }));
    }

    private static String told(ZoneModel model, TimedRun run) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < run.times().length; i++) {
            text.append("\n")
                    .append(run.times()[i])
                    .append(" ")
                    .append(model.describeAction(
                            run.path().locations().get(i).words(),
                            run.path().edges().get(i).action()));
        }
        return text.toString();
    }

    private static Set<String> violated(ZoneExploration zones) {
        Set<String> violated = new TreeSet<>();
        zones.answers().forEach((claim, answer) -> {
            if (answer.violation().isPresent()) {
                violated.add(claim);
            }
        });
        return violated;
    }

    private static TerminationModel ticks(Map<String, String> knobs, int scale, InstantOrder order) {
        Map<String, String> scaled = RandomScenarios.inSeconds(knobs, scale);
        scaled.put("tick", "1s");
        return TerminationModel.of(Scenarios.of(scaled), Variant.OF_KNOBS, Reduction.OF_STATES, order);
    }

    private static Exploration explore(TerminationModel model) {
        return new Explorer(model, List.copyOf(CLAIMS), Limits.none().withMaxStates(MOST_STATES), Progress.NONE).run();
    }

    static Map<String, String> knobs(Random random) {
        Map<String, String> knobs = new LinkedHashMap<>(Map.of("window", "1"));
        choose(random, knobs, "msl", "1", "2");
        choose(random, knobs, "capacity", "1", "2", "3");
        choose(random, knobs, "data", "0", "0", "0", "1");
        choose(random, knobs, "A.time-wait", "0", "1", "2", "3", "4");
        choose(random, knobs, "B.time-wait", "1", "2", "3");
        choose(random, knobs, "A.rto", "1", "2", "0..1", "1..2");
        choose(random, knobs, "B.rto", "1", "2", "0..2", "3");
        choose(random, knobs, "rto.backoff", "none", "none", "exponential(4)");
        choose(random, knobs, "retransmissions", "0", "1", "2");
        choose(random, knobs, "time-wait.restart", "never", "on-fin", "on-answer");
        choose(random, knobs, "time-wait.rst", "ignore", "ignore", "as-elsewhere");
        choose(random, knobs, "time-wait.syn", "challenge", "reopen-if-newer-seq");
        choose(random, knobs, "time-wait.reuse-after", "off", "off", "0");
        choose(random, knobs, "time-wait.reuse-needs", "nothing");
        choose(random, knobs, "isn", "monotonic", "constant");
        choose(random, knobs, "fin-wait-2-timeout", "off", "off", "1", "2");
        choose(random, knobs, "keep-alive", "off", "off", "off", "2");
        choose(random, knobs, "quiet-time", "0", "1");
        choose(random, knobs, "close", "after-peer", "may");
        choose(random, knobs, "loss", "none", "1", "unlimited");
        choose(random, knobs, "duplication", "none", "none", "unlimited");
        choose(random, knobs, "reordering", "on", "on", "off");
        choose(random, knobs, "crash", "0", "0", "1");
        choose(random, knobs, "abort", "0", "0", "1");
        choose(random, knobs, "incarnations", "1", "1", "2");
        return knobs;
    }

    private static void choose(Random random, Map<String, String> knobs, String knob, String... values) {
        knobs.put(knob, values[random.nextInt(values.length)]);
    }
}
