package dev.lastack.conformance.lockstep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.scenario.knobs.Knob;
import dev.lastack.scenario.knobs.Knobs;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RandomKnobsTest {

    /** The length of a tick is no decision of a stack; it only rounds real durations. */
    private static final Set<String> NOT_DRAWN = Set.of("tick");

    @Test
    void everyKnobIsDrawn() {
        Set<String> knobs = Knobs.all().stream().map(Knob::name).collect(Collectors.toSet());
        knobs.removeAll(NOT_DRAWN);

        assertThat(RandomKnobs.VALUES.keySet()).containsExactlyInAnyOrderElementsOf(knobs);
    }

    @Test
    void everyKnobTakesValuesThatDiffer() {
        assertThat(RandomKnobs.VALUES)
                .allSatisfy((knob, values) -> assertThat(Set.copyOf(values)).hasSizeGreaterThan(1));
    }
}
