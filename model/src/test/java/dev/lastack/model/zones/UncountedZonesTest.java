package dev.lastack.model.zones;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.checker.Limits;
import dev.lastack.checker.zones.HullOfZones;
import dev.lastack.checker.zones.ZoneExploration;
import dev.lastack.checker.zones.ZoneHull;
import dev.lastack.model.RandomScenarios;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.Scenarios;
import dev.lastack.scenario.text.ScenarioException;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Zones whose copies are not counted against zones of one capacity, on random small scenarios: what a run of any capacity violates
 * is not proved. Whether something is proved at all is checked too.
 */
class UncountedZonesTest {

    private static final int MOST_ZONES = 1_000;
    private static final int MOST_STEPS = 1_000;

    @Test
    void whatARunViolatesIsNeverProved() {
        compare(1, 5);
    }

    @Tag("deep")
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void whatARunViolatesIsNeverProvedInHundreds(long seed) {
        compare(seed, 150);
    }

    /** How often what was shown, by the way it was shown. */
    private static void compare(long seed, int scenarios) {
        Random random = new Random(seed);
        Map<String, Integer> shown = new TreeMap<>();
        for (int i = 0; i < scenarios; i++) {
            Map<String, String> knobs = ZoneDifferentialTest.knobs(random);
            try {
                compare(Scenarios.of(RandomScenarios.inSeconds(knobs, 1)), shown);
            } catch (ScenarioException contradictory) {
                shown.merge("contradictory", 1, Integer::sum);
            }
        }
        assertThat(shown).containsKeys("violated", "proved for any network", "proved for any capacity");
    }

    private static void compare(Scenario scenario, Map<String, Integer> shown) {
        // Where a bound on sequence numbers cuts, both see less.
        ZoneExploration counted = ZoneDifferentialTest.explore(ZoneModel.of(scenario), MOST_ZONES);
        HullOfZones anyNetwork = hull(ZoneModel.ofAnyNetwork(scenario));
        HullOfZones anyCapacity = hull(ZoneModel.ofAnyCapacity(scenario));
        ZoneExploration uncounted = ZoneDifferentialTest.explore(ZoneModel.ofAnyCapacity(scenario), MOST_ZONES);
        counted.answers().forEach((claim, answer) -> {
            boolean violated = answer.violation().isPresent();
            boolean provedBySearch = uncounted.stopped().isEmpty()
                    && Objects.requireNonNull(uncounted.answers().get(claim))
                            .violation()
                            .isEmpty();
            count(shown, "violated", violated);
            count(shown, "proved for any network", anyNetwork.proved().contains(claim));
            count(shown, "proved for any capacity", provedBySearch);
            if (violated) {
                assertThat(anyNetwork.proved())
                        .as("%s", scenario.statement().settings())
                        .doesNotContain(claim);
                assertThat(anyCapacity.proved())
                        .as("%s", scenario.statement().settings())
                        .doesNotContain(claim);
                assertThat(provedBySearch)
                        .as("%s of %s", claim, scenario.statement().settings())
                        .isFalse();
            }
            if (answer.tested()
                    && anyNetwork.stopped().isEmpty()
                    && anyNetwork.proved().contains(claim)) {
                assertThat(anyNetwork.tested()).contains(claim);
            }
        });
    }

    private static void count(Map<String, Integer> shown, String what, boolean isSo) {
        if (isSo) {
            shown.merge(what, 1, Integer::sum);
        }
    }

    private static HullOfZones hull(ZoneModel model) {
        return new ZoneHull(
                        model,
                        model.optionalClocks(),
                        ZoneDifferentialTest.CLAIMS,
                        Limits.none().withMaxStates(MOST_STEPS))
                .run();
    }
}
