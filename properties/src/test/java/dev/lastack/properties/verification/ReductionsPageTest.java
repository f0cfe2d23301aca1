package dev.lastack.properties.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.model.state.Reduction;
import dev.lastack.scenario.Scenarios;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * No reduction changes a verdict of any scenario that ships, and {@code docs/reductions.md} says how many states each one
 * spares. With {@code -Dlastack.documents=rewrite} its table is written anew.
 */
@Tag("deep")
class ReductionsPageTest {

    private static final Path PAGE = Path.of("..", "docs", "reductions.md");
    private static final String TABLE = "| scenario |";
    private static final String END = "\n\n";

    private static List<String> rows() {
        List<String> rows = new ArrayList<>();
        for (String knobs : List.of(
                "capacity=1",
                "capacity=2 loss=unlimited duplication=unlimited data=0",
                "capacity=1 open=both close=may data=0")) {
            Scenarios.variants().forEach(variant -> rows.add(variant + " " + knobs));
        }
        rows.add("rfc9293 capacity=2");
        rows.add("linux capacity=2");
        return rows;
    }

    @Test
    void thePageSaysHowManyStatesEachSpares() throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(TABLE + " all | "
                + Arrays.stream(Reduction.values())
                        .map(each -> "without " + each)
                        .collect(Collectors.joining(" | "))
                + " | none |");
        lines.add("| --- |" + " ---: |".repeat(Reduction.values().length + 2));
        for (String row : rows()) {
            lines.add(line(ReducedRow.of(row)));
        }
        String page = Files.readString(PAGE);
        int start = page.indexOf(TABLE);
        int end = page.indexOf(END, start);
        String written = page.substring(0, start) + String.join("\n", lines) + page.substring(end);
        if (System.getProperty("lastack.documents", "").equals("rewrite")) {
            Files.writeString(PAGE, written);
        } else {
            assertThat(page).isEqualTo(written);
        }
    }

    private static String line(ReducedRow row) {
        Map<Set<Reduction>, Report> reports = row.check();
        Report all = Objects.requireNonNull(reports.get(Reduction.ALL));
        StringBuilder line = new StringBuilder("| `").append(row.name()).append("` |");
        for (Report report : reports.values()) {
            ReductionsTest.assertSame(row.name(), report, all);
            line.append(" %,d |".formatted(report.exploration().distinct()));
        }
        return line.toString();
    }
}
