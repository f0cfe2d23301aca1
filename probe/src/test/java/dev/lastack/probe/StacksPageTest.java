package dev.lastack.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.probe.report.ProbeReport;
import dev.lastack.probe.report.ProbeText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code docs/stacks.md} shows what was measured; {@code -Dlastack.documents=rewrite} brings it up to date. */
class StacksPageTest {

    private static final Path PAGE = Path.of("..", "docs", "stacks.md");
    private static final String BEGIN = "<!-- measured -->\n```console\n$ ./lastack probe linux\n";
    private static final String END = "```\n";

    private final ProbeReport report = ProbeReport.of(Recorded.observations(), Map.of());

    @Test
    void thePageShowsTheReport() throws IOException {
        String page = Files.readString(PAGE);
        int begin = page.indexOf(BEGIN) + BEGIN.length();
        int end = page.indexOf(END, begin);
        if (System.getProperty("lastack.documents", "").equals("rewrite")) {
            Files.writeString(PAGE, page.substring(0, begin) + ProbeText.of(report) + page.substring(end));
            return;
        }

        assertThat(page.substring(begin, end)).isEqualTo(ProbeText.of(report));
    }

    @Test
    void everyDifferenceIsExplained() throws IOException {
        String page = Files.readString(PAGE);

        assertThat(report.differences())
                .isNotEmpty()
                .allSatisfy(difference -> assertThat(page).contains("| " + difference.question() + " | "));
    }
}
