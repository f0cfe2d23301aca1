package dev.lastack.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.probe.measurement.MeasuredStack;
import dev.lastack.probe.report.ProbeReport;
import dev.lastack.probe.report.ProbeText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code docs/stacks.md} shows what was measured; {@code -Dlastack.documents=rewrite} brings it up to date. */
class StacksPageTest {

    private static final Path PAGE = Path.of("..", "docs", "stacks.md");
    private static final String END = "```\n";

    private static ProbeReport report(MeasuredStack stack) {
        return ProbeReport.of(Recorded.observations(stack), Map.of());
    }

    @ParameterizedTest
    @EnumSource
    void thePageShowsTheReport(MeasuredStack stack) throws IOException {
        String page = Files.readString(PAGE);
        String command = "```console\n$ ./lastack probe " + stack + "\n";
        int begin = page.indexOf(command) + command.length();
        int end = page.indexOf(END, begin);
        String text = ProbeText.of(report(stack));
        if (System.getProperty("lastack.documents", "").equals("rewrite")) {
            Files.writeString(PAGE, page.substring(0, begin) + text + page.substring(end));
            return;
        }

        assertThat(page.substring(begin, end)).isEqualTo(text);
    }

    @ParameterizedTest
    @EnumSource
    void everyDifferenceIsExplained(MeasuredStack stack) throws IOException {
        String page = Files.readString(PAGE);
        String section = page.substring(page.indexOf("$ ./lastack probe " + stack));

        assertThat(report(stack).differences())
                .isNotEmpty()
                .allSatisfy(difference -> assertThat(section).contains("| " + difference.question() + " | "));
        assertThat(report(stack).divergences())
                .isNotEmpty()
                .allSatisfy(divergence -> assertThat(section).contains("| " + divergence.walk() + " | "));
    }
}
