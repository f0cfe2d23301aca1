package dev.lastack.counterexamples.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.counterexamples.fixture.Golden;
import dev.lastack.counterexamples.fixture.Runs;
import dev.lastack.counterexamples.render.svg.SvgLadder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

class SvgLadderTest {

    private final SvgLadder ladder = new SvgLadder();

    @Test
    void drawsARunToItsViolation() throws IOException {
        Golden.check("old-fin.svg", ladder.render(Runs.oldFin()));
    }

    @Test
    void drawsALassoWithItsBracket() throws IOException {
        Golden.check("last-ack-for-ever.svg", ladder.render(Runs.lastAckForEver()));
    }

    @Test
    void isWellFormed() throws Exception {
        var document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(ladder.render(Runs.oldFin())));
        assertThat(document.getDocumentElement().getTagName()).isEqualTo("svg");
    }

    @Test
    void marksTheViolationOnce() {
        assertThat(ladder.text(Runs.oldFin())).containsOnlyOnce("class=\"ring\"");
        assertThat(ladder.text(Runs.lastAckForEver())).doesNotContain("class=\"ring\"");
    }
}
