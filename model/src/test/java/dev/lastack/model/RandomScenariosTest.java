package dev.lastack.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.scenario.knobs.Knob;
import dev.lastack.scenario.knobs.Knobs;
import dev.lastack.scenario.knobs.Settings;
import dev.lastack.scenario.text.Place;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RandomScenariosTest {

    /** The length of a tick changes no step of the model, only how real durations are rounded. */
    private static final Set<String> NOT_DRAWN = Set.of("tick");

    @Test
    void everyKnobIsDrawn() {
        Set<String> knobs = Knobs.all().stream().map(Knob::name).collect(Collectors.toCollection(TreeSet::new));
        knobs.removeAll(NOT_DRAWN);

        assertThat(drawn().keySet()).containsExactlyElementsOf(knobs);
    }

    @Test
    void everyKnobTakesValuesThatDiffer() {
        assertThat(drawn())
                .allSatisfy((knob, values) -> assertThat(values).as(knob).hasSizeGreaterThan(1));
    }

    private static Map<String, Set<String>> drawn() {
        Map<String, Set<String>> drawn = new TreeMap<>();
        RandomScenarios.values()
                .forEach((name, values) -> drawn.computeIfAbsent(knob(name), knob -> new TreeSet<>())
                        .addAll(values));
        return drawn;
    }

    private static String knob(String name) {
        return Settings.requireKnob(name, new Place("random", 1, 1)).name();
    }
}
