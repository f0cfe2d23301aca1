package dev.lastack.counterexamples;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordWrapTest {

    @Test
    void aLineIsFilledUpToItsWidth() {
        assertThat(WordWrap.lines("one two three", "", "", 7)).containsExactly("one two", "three");
        assertThat(WordWrap.lines("one two three", "", "", 6)).containsExactly("one", "two", "three");
    }

    @Test
    void whatALineBeginsWithCountsForItsWidth() {
        assertThat(WordWrap.lines("one two three", "- ", "  ", 9)).containsExactly("- one two", "  three");
        assertThat(WordWrap.lines("one two three", "- ", "  ", 8)).containsExactly("- one", "  two", "  three");
    }

    @Test
    void aWordThatIsTooLongStandsAlone() {
        assertThat(WordWrap.lines("a incarnation b", "", "> ", 5)).containsExactly("a", "> incarnation", "> b");
    }

    @Test
    void nothingIsOneLine() {
        assertThat(WordWrap.lines("", "- ", "  ", 9)).containsExactly("- ");
    }
}
