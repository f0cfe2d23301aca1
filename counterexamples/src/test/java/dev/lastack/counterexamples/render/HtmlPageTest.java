package dev.lastack.counterexamples.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.counterexamples.fixture.Golden;
import dev.lastack.counterexamples.fixture.Runs;
import dev.lastack.counterexamples.render.html.HtmlPage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HtmlPageTest {

    private final String page = new String(new HtmlPage().render(Runs.oldFin()), StandardCharsets.UTF_8);

    @Test
    void looksAsReviewed() throws IOException {
        Golden.check("old-fin.html", page.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void needsNothingButItself() {
        String withoutNamespace =
                page.replace("http://www.w3.org/2000/svg", "").replaceAll("https://apalache[^\"]*", "");
        assertThat(withoutNamespace)
                .doesNotContain("http:")
                .doesNotContain("https:")
                .doesNotContain("src=");
    }

    @Test
    void leavesNoPlaceOpen() {
        assertThat(page).doesNotContain("{{");
    }
}
