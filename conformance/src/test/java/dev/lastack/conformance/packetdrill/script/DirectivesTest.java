package dev.lastack.conformance.packetdrill.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The lines of the C preprocessor: which lines of a script they leave out, and what they define. */
class DirectivesTest {

    private static List<String> calls(String text, String... definitions) throws ScriptSyntaxException {
        return Script.parse(text, Definitions.of(Arrays.asList(definitions))).events().stream()
                .map(event -> event.action().toString())
                .toList();
    }

    @Test
    void ifdefTakesTheLinesOfWhatIsDefined() throws ScriptSyntaxException {
        String text = """
            0 f(0) = 0
            #ifdef STANDARD
            +0 f(1) = 0
            #else
            +0 f(2) = 0
            #endif
            #ifndef STANDARD
            +0 f(3) = 0
            #endif
            """;

        assertThat(calls(text, "STANDARD")).containsExactly("f(0) = 0", "f(1) = 0");
        assertThat(calls(text)).containsExactly("f(0) = 0", "f(2) = 0", "f(3) = 0");
    }

    @Test
    void theFirstBranchThatHoldsIsTaken() throws ScriptSyntaxException {
        String text = """
            0 f(0) = 0
            #if V == 1
            +0 f(1) = 0
            #elif V >= 2
            +0 f(2) = 0
            #elif V >= 2
            +0 f(3) = 0
            #else
            +0 f(4) = 0
            #endif
            """;

        assertThat(calls(text, "V")).containsExactly("f(0) = 0", "f(1) = 0");
        assertThat(calls(text, "V=3")).containsExactly("f(0) = 0", "f(2) = 0");
        assertThat(calls(text)).containsExactly("f(0) = 0", "f(4) = 0");
    }

    @Test
    void withinALeftOutBranchNothingCounts() throws ScriptSyntaxException {
        String text = """
            #if 0
            #define A 5
            #if this is no condition
            #else
            0 f(1) = 0
            #endif
            not a script at all `
            #endif
            0 f(A) = 0
            """;

        assertThat(calls(text)).containsExactly("f(A) = 0");
    }

    @ParameterizedTest
    @CsvSource({
        "1, true",
        "0, false",
        "defined(A), true",
        "defined A && !defined B, true",
        "A && B, false",
        "B || A == 7, true",
        "(A != 7) || B, false",
        "A < 8 && A <= 7 && A > 6 && A >= 7, true",
        "!A, false",
        "WORD, true",
        "-1, true",
    })
    void conditionsHaveTheMeaningOfC(String condition, boolean holds) throws ScriptSyntaxException {
        List<String> calls = calls("0 f(0) = 0\n#if " + condition + "\n+0 f(1) = 0\n#endif", "A=7", "WORD=other");

        assertThat(calls).hasSize(holds ? 2 : 1);
    }

    @Test
    void aWordIsReplacedFromItsDefinitionOn() throws ScriptSyntaxException {
        String text = """
            0 f(N) = 0
            #define N 4
            +0 f(N) = 0
            #undef N
            +0 f(N) = 0
            """;

        assertThat(calls(text)).containsExactly("f(N) = 0", "f(4) = 0", "f(N) = 0");
    }

    @Test
    void otherLinesWithANumberSignAreComments() throws ScriptSyntaxException {
        assertThat(calls("# if only\n#iffy\n0 f(0) = 0 #endif\n")).containsExactly("f(0) = 0");
    }

    @Test
    void placesCountLeftOutLines() {
        assertThatThrownBy(() -> calls("#ifdef A\n0 f(0) = 0\n#endif\n0 f(0 0) = 0\n"))
                .hasMessageStartingWith("4:7: expected ')'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0 f(0) = 0\n#if 1 |2:1: this #if has no #endif",
                "0 f(0) = 0\n#endif|2:1: this #endif has no #if",
                "0 f(0) = 0\n#else|2:1: this #else has no #if",
                "#if 0\n#else\n#elif 1\n#endif|3:1: this #elif comes after #else",
                "#if 1 +\n#endif|1:1: the condition '1 +': expected the end of the script, got '+'",
                "#define\n|1:1: #define needs a name",
                "#define 3 4\n|1:1: '3' is no name (letters, digits and _) to define",
                "#define A 4 5\n|1:1: the value of 'A' is '4 5', must be one word, number or string",
            })
    void errorsSayTheirPlace(String textAndMessage) {
        int bar = textAndMessage.indexOf('|');

        assertThatThrownBy(() -> calls(textAndMessage.substring(0, bar)))
                .isInstanceOf(ScriptSyntaxException.class)
                .hasMessage(textAndMessage.substring(bar + 1));
    }

    @Test
    void deepNestingIsAnError() {
        assertThatThrownBy(() -> calls("#if 1\n".repeat(100_000))).hasMessageContaining("nest at most 100");
        assertThatThrownBy(() -> calls("#if " + "(".repeat(100_000))).hasMessageContaining("nest at most 40");
    }
}
