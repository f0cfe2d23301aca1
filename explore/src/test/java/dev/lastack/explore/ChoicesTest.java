package dev.lastack.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChoicesTest {

    @Test
    void areReadAsTheyAreWritten() {
        for (Choices choices :
                List.of(Choices.NONE, new Choices(List.of(0)), new Choices(List.of(Integer.MAX_VALUE, 1, 35, 36)))) {
            assertThat(Choices.parse(choices.toString())).isEqualTo(choices);
        }
        assertThat(new Choices(List.of(35, 36))).hasToString("z.10");
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "1.", "1..2", "A", "-1", " 1", "zzzzzz", "1234567", "1\n", "<script>"})
    void nothingElseIsRead(String text) {
        assertThatThrownBy(() -> Choices.parse(text))
                .isInstanceOf(ExploreException.class)
                .hasMessageStartingWith("choices: '")
                .hasMessageContaining("' is no step");
    }

    @Test
    void areNotEndless() {
        assertThat(new Choices(Collections.nCopies(Choices.MOST, 1)).size()).isEqualTo(Choices.MOST);
        assertThatThrownBy(() -> new Choices(Collections.nCopies(Choices.MOST + 1, 1)))
                .isInstanceOf(ExploreException.class)
                .hasMessage("a run of 2001 steps is too long; at most 2000");
    }
}
