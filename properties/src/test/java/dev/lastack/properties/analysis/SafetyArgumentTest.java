package dev.lastack.properties.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.scenario.Expectation.Outcome;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SafetyArgumentTest {

    @Test
    void anOldSegmentThatIsAcceptedLeavesNoArgument() {
        assertThat(SafetyArgument.of(Map.of("no-old-rst", Outcome.VIOLATED, "drained", Outcome.HOLDS)))
                .isEqualTo(SafetyArgument.NONE);
    }

    @Test
    void numbersAreTheArgumentOnlyIfTheyWereChecked() {
        assertThat(SafetyArgument.of(Map.of("no-old-fin", Outcome.HOLDS, "drained", Outcome.VIOLATED)))
                .isEqualTo(SafetyArgument.NUMBERS);
        assertThat(SafetyArgument.of(Map.of("drained", Outcome.VIOLATED))).isEqualTo(SafetyArgument.OPEN);
    }

    @Test
    void aClaimOutsideTheCatalogueIsNoPartOfTheArgument() {
        assertThat(SafetyArgument.of(Map.of("no-old-friends", Outcome.VIOLATED, "drained", Outcome.HOLDS)))
                .isEqualTo(SafetyArgument.WAITING);
    }
}
