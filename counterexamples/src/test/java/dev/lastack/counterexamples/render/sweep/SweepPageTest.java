package dev.lastack.counterexamples.render.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.checker.Limits;
import dev.lastack.checker.Progress;
import dev.lastack.counterexamples.fixture.Browser;
import dev.lastack.properties.analysis.Axis;
import dev.lastack.properties.analysis.CellResult;
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

    private static List<CellResult> results() {
        Sweep sweep = Sweep.of(
                Scenarios.variant("two-msl"),
                List.of(Axis.parse("time-wait=1,2")),
                List.of(TerminationClaims.NO_OLD_FIN),
                2);
        return sweep.run(Limits.none(), Map.of(), result -> {}, Progress.NONE);
    }

    private static String page() {
        return SweepPage.html("two cells", results(), "time-wait", cell -> "check " + cell);
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
    void eachCellIsALinkWithAName() {
        assertThat(page())
                .contains("<a href=\"#cell=0\" aria-label=\"time-wait=1: ")
                .contains("; broken: no-old-fin\">")
                .contains("<a href=\"#cell=1\" aria-label=\"time-wait=2: ");
    }

    /** A picture is not always next to the page. */
    @Test
    void thePictureAloneHasNoLinks() {
        assertThat(PhaseDiagram.svg("two cells", results(), "time-wait")).doesNotContain("href");
    }

    @Test
    void axesHaveUnits() {
        assertThat(PhaseDiagram.svg("two cells", results(), "time-wait")).contains(">time-wait in ticks →<");
        SweepGrid grid = SweepGrid.of(results(), "time-wait");
        assertThat(new SweepGrid("time-wait", List.of("1", "2*msl"), grid.cells()).axis())
                .isEqualTo("time-wait");
        assertThat(new SweepGrid("isn", List.of("random"), grid.cells()).axis()).isEqualTo("isn");
        assertThat(new SweepGrid("capacity", List.of("2"), grid.cells()).axis()).isEqualTo("capacity");
    }

    @Test
    @Tag("peers")
    void aBrowserOpensTheRunOfACell() throws Exception {
        String page = page();
        String click = """
            <script>
            addEventListener("load", () => { location.hash = document.querySelector("figure a").getAttribute("href"); });
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
