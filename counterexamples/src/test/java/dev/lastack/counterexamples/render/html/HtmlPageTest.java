package dev.lastack.counterexamples.render.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.counterexamples.fixture.Browser;
import dev.lastack.counterexamples.fixture.Golden;
import dev.lastack.counterexamples.fixture.Runs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlPageTest {

    @TempDir
    private Path folder;

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

    /** What is under way at a step is told apart from what is yet to be sent. */
    @Test
    void anArrowKnowsWhenItsSegmentWasSent() {
        assertThat(page).contains("<g class=\"flight i1\" data-since=\"5\" data-step=\"7\">");
    }

    @Test
    void leavesNoPlaceOpen() {
        assertThat(page).doesNotContain("{{");
    }

    @Test
    @Tag("peers")
    void aBrowserOpensItAtTheViolation() throws Exception {
        String dom = Browser.dom(folder, page, "");
        assertThat(dom).contains("Step 13 of 13 · t=2").contains("<p id=\"verdict\">");
        assertThat(dom).contains("<td class=\"changed\"><del>ESTABLISHED</del>→ CLOSE-WAIT</td>");
    }

    @Test
    @Tag("peers")
    void aBrowserOpensItAtTheStepOfTheLink() throws Exception {
        String dom = Browser.dom(folder, page, "#step=5");
        assertThat(dom).contains("Step 5 of 13 · t=0").contains("<p id=\"verdict\" hidden=\"\">");
        assertThat(dom).contains("<td class=\"changed\"><del>FIN-WAIT-2</del>→ TIME-WAIT</td>");
        assertThat(dom).contains("<td>#4</td><td>→ B</td>");
        assertThat(dom).contains("<g class=\"flight i1 travelling\" data-since=\"5\" data-step=\"7\"");
        assertThat(dom).contains("<g class=\"flight i2 future\" data-since=\"9\" data-step=\"10\"");
    }

    @Test
    @Tag("peers")
    void aBrowserStepsByKeyboard() throws Exception {
        String press = """
            <script>
            for (const key of ["Home", "ArrowRight", "ArrowRight", "ArrowLeft"]) {
              dispatchEvent(new KeyboardEvent("keydown", {key}));
            }
            </script></body>\
            """;
        String dom = Browser.dom(folder, page.replace("</body>", press), "");
        assertThat(dom).contains("Step 1 of 13 · t=0").contains("A's user calls CLOSE.");
    }

    /** The segments in the network have the numbers of their arrows. */
    @Test
    void theNetworkListNamesTheSegments() {
        assertThat(page).contains("\"toA\":[],\"toB\":[4]").contains("\"toA\":[5]");
    }

    /** On paper the ends and the network stand below the picture; only what a reader would click is left out. */
    @Test
    void printsWhatTheLinkedStepShows() {
        String print = page.substring(page.lastIndexOf("@media print"), page.indexOf("</style>\n</head>"));
        assertThat(print).contains("nav, footer { display: none; }").doesNotContain("aside { display: none");
    }
}
