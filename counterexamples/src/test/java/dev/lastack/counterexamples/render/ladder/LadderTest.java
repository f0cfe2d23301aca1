package dev.lastack.counterexamples.render.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.counterexamples.fixture.Golden;
import dev.lastack.counterexamples.fixture.Runs;
import java.io.IOException;
import org.junit.jupiter.api.Test;

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
}
