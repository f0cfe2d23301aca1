package dev.lastack.conformance.lockstep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The contract bites: every mutant is caught; {@link MutantsPageTest} says by what. */
class MutantsTest {

    /** Windows are constant in the model, and a window that is out of date does not spoil a stream: masked. */
    private static final List<String> MASKED = List.of("an older segment updates the window");

    @Test
    void everyMutantIsCaught() {
        List<String> survivors = Mutants.all().stream()
                .filter(mutant -> Stream.of(ConformanceProperties.RANDOM_STEPS, ConformanceProperties.STREAM)
                        .allMatch(property -> property.fault(mutant.factory()).isEmpty()))
                .map(Mutants.Mutant::name)
                .toList();
        assertThat(survivors).isEqualTo(MASKED);
    }
}
