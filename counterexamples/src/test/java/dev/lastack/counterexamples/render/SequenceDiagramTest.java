package dev.lastack.counterexamples.render;

import dev.lastack.counterexamples.fixture.Golden;
import dev.lastack.counterexamples.fixture.Runs;
import dev.lastack.counterexamples.render.text.Mermaid;
import dev.lastack.counterexamples.render.text.PlantUml;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class SequenceDiagramTest {

    @Test
    void mermaidDrawsARunToItsViolation() throws IOException {
        Golden.check("old-fin.mmd", new Mermaid().render(Runs.oldFin()));
    }

    @Test
    void mermaidDrawsALasso() throws IOException {
        Golden.check("last-ack-for-ever.mmd", new Mermaid().render(Runs.lastAckForEver()));
    }

    @Test
    void plantUmlDrawsARunToItsViolation() throws IOException {
        Golden.check("old-fin.puml", new PlantUml().render(Runs.oldFin()));
    }

    @Test
    void plantUmlDrawsALasso() throws IOException {
        Golden.check("last-ack-for-ever.puml", new PlantUml().render(Runs.lastAckForEver()));
    }
}
