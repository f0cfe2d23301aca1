package dev.lastack.counterexamples.render.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.counterexamples.Counterexample;
import dev.lastack.counterexamples.fixture.Golden;
import dev.lastack.counterexamples.fixture.Runs;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LadderTest {

    private final Ladder ladder = new Ladder(false);

    @Test
    void drawsARunToItsViolation() throws IOException {
        Golden.check("old-fin.txt", ladder.render(Runs.oldFin()));
    }

    @Test
    void drawsALassoWithItsBracket() throws IOException {
        Golden.check("last-ack-for-ever.txt", ladder.render(Runs.lastAckForEver()));
    }

    @Test
    void drawsALassoInWhichNothingHappens() throws IOException {
        Golden.check("fin-wait-2-for-ever.txt", ladder.render(Runs.finWait2ForEver()));
    }

    @Test
    void staysWithinAHundredColumns() {
        assertThat(ladder.text(Runs.oldFin()).lines()).allMatch(line -> line.length() <= 100);
        assertThat(ladder.text(Runs.lastAckForEver()).lines()).allMatch(line -> line.length() <= 100);
    }

    @Test
    void coloursOnlyAddEscapes() {
        String coloured = new Ladder(true).text(Runs.oldFin());
        assertThat(coloured).contains("\u001b[1;31m");
        assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(ladder.text(Runs.oldFin()));
    }

    @ParameterizedTest
    @ValueSource(ints = {80, 90, 132, 200})
    void isAsWideAsAsked(int width) {
        Ladder asked = new Ladder(new LadderForm(width, false, false));
        for (Counterexample run : List.of(Runs.oldFin(), Runs.lastAckForEver())) {
            String text = asked.text(run);
            assertThat(text.lines()).allMatch(line -> line.length() <= width);
            assertThat(text.lines().mapToInt(String::length).max().orElse(0)).isGreaterThan(width - 6);
        }
    }

    /** What does not fit next to its arrow stands below it, whole. */
    @Test
    void aNarrowLadderLosesNoWord() {
        String narrow = new Ladder(new LadderForm(80, false, false)).text(Runs.oldFin());
        for (String words :
                List.of("#10 [2] ACK seq=1 ack=1", "#9 [2] ACK seq=0 ack=0 len=1", "#5 [1] FIN,ACK seq=0 ack=1 OLD")) {
            assertThat(narrow).contains(words);
        }
        assertThat(narrow).contains("(under way)").contains("sent t=1").contains("(step 13)");
    }

    @Test
    void asciiDiffersOnlyInItsCharacters() {
        String ascii = new Ladder(new LadderForm(100, false, true)).text(Runs.lastAckForEver());
        String usual = ladder.text(Runs.lastAckForEver());
        assertThat(ascii).matches("\\A[\\n -~]*\\z").doesNotContain("?");
        assertThat(ascii).hasSameSizeAs(usual);
    }
}
