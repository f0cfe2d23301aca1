package dev.lastack.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountedTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0 | 0 steps", "1 | 1 step", "2 | 2 steps", "12345 | 12,345 steps"})
    void theNounAgreesWithTheNumber(long number, String text) {
        assertThat(Counted.of(number, "step")).isEqualTo(text);
    }
}
