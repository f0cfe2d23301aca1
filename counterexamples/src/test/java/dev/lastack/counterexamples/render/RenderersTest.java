package dev.lastack.counterexamples.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.counterexamples.Renderer;
import dev.lastack.counterexamples.fixture.Golden;
import dev.lastack.counterexamples.fixture.Runs;
import dev.lastack.counterexamples.render.junit.JUnitTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class RenderersTest {

    @Test
    void areFoundByTheirNames() {
        assertThat(Renderers.names()).doesNotHaveDuplicates().startsWith("ladder");
        for (String name : Renderers.names()) {
            assertThat(Renderers.named(name)).map(Renderer::name).contains(name);
        }
        assertThat(Renderers.named("gif")).isEmpty();
    }

    @Test
    void drawTheSameTwice() {
        for (Renderer renderer : Renderers.all(false)) {
            assertThat(renderer.render(Runs.oldFin())).isEqualTo(renderer.render(Runs.oldFin()));
            assertThat(renderer.render(Runs.lastAckForEver())).isNotEmpty();
            assertThat(renderer.render(Runs.finWait2ForEver())).isNotEmpty();
        }
    }

    @Test
    void writeAJUnitTestThatReplays() throws IOException {
        assertThat(JUnitTest.className(Runs.oldFin())).isEqualTo("OneTickShortViolatesNoOldFinTest");
        Golden.check("OneTickShortViolatesNoOldFinTest.java.txt", new JUnitTest().render(Runs.oldFin()));
    }
}
