package dev.lastack.counterexamples.render.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.checker.Limits;
import dev.lastack.checker.Progress;
import dev.lastack.counterexamples.fixture.Browser;
import dev.lastack.properties.analysis.Axis;
import dev.lastack.properties.analysis.Sweep;
import dev.lastack.properties.claims.TerminationClaims;
import dev.lastack.scenario.Scenarios;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepPageTest {

    @TempDir
    private Path folder = Path.of("");

    private static String page() {
        Sweep sweep = Sweep.of(
                Scenarios.variant("two-msl"),
                List.of(Axis.parse("time-wait=1,2")),
                List.of(TerminationClaims.NO_OLD_FIN),
                2);
        return SweepPage.html(
                "two cells",
                sweep.run(Limits.none(), Map.of(), result -> {}, Progress.NONE),
                "time-wait",
                cell -> "check " + cell);
    }

    @Test
    void needsNothingButItself() {
        assertThat(page().replace("http://www.w3.org/2000/svg", ""))
                .doesNotContain("{{")
                .doesNotContain("http:")
                .doesNotContain("https:")
                .doesNotContain("src=");
    }

    @Test
    @Tag("peers")
    void aBrowserOpensTheRunOfACell() throws Exception {
        String page = page();
        String click = """
            <script>
            document.querySelector('g[data-step="0"]').dispatchEvent(new MouseEvent("click"));
            </script></body>\
            """;

        assertThat(Browser.dom(folder, page, "#cell=1"))
                .contains("<h2>time-wait=2</h2>")
                .contains("<p id=\"again\" hidden=\"\">");
        assertThat(Browser.dom(folder, page.replace("</body>", click), ""))
                .contains("<h2>time-wait=1</h2>")
                .contains("<code id=\"command\">check time-wait=1</code>")
                .containsPattern("<pre id=\"run\"[^>]*>\\S* violates no-old-fin in 12 steps");
    }
}
