package dev.lastack.counterexamples.render.svg;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.counterexamples.Counterexample;
import dev.lastack.counterexamples.fixture.Golden;
import dev.lastack.counterexamples.fixture.Runs;
import dev.lastack.properties.claims.TerminationClaims;
import dev.lastack.properties.verification.Report;
import dev.lastack.properties.verification.Verification;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.Scenarios;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
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
    void tellsRealTimesWhereATickHasALength() {
        Scenario minutes = Scenarios.variant("one-tick-short").with(Map.of("tick", "60s"));
        Report report = Verification.of(minutes)
                .claims(List.of(TerminationClaims.NO_OLD_FIN))
                .run();
        String drawn = ladder.text(Counterexample.of(report.claims().get(0)).orElseThrow());

        assertThat(drawn).contains("in 12 steps and 120s<").contains(">t=60s<").doesNotContain(">t=1<");
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
