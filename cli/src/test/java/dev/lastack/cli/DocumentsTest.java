package dev.lastack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.scenario.Scenarios;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Documents are tests: every command in them prints what they say. With {@code -Dlastack.documents=rewrite} they are brought
 * up to date instead, and the difference is there to be reviewed.
 */
class DocumentsTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/packetdrill.md", "docs/advise.md", "docs/sweep.md", "docs/exploring.md"})
    void commandsPrintWhatTheDocumentSays(String name) throws IOException, InterruptedException {
        ConsoleDocument document = new ConsoleDocument(ROOT.resolve(name), folder);
        String run = document.asRun();
        if (System.getProperty("lastack.documents", "").equals("rewrite")) {
            Files.writeString(ROOT.resolve(name), run);
            return;
        }
        assertThat(withoutTimes(run)).isEqualTo(withoutTimes(document.asWritten()));
    }

    /** The verdicts of the README's table of claims are those that the two variants document, which are checked elsewhere. */
    @Test
    void theTableOfClaimsSaysWhatTheVariantsDocument() throws IOException {
        Pattern row = Pattern.compile("\\| `([a-z-]+)` \\| \\**(\\w+)[^|]*\\| \\**(\\w+)[^|]*\\|.*");
        List<Matcher> rows = Files.readAllLines(ROOT.resolve("README.md")).stream()
                .map(row::matcher)
                .filter(Matcher::matches)
                .toList();

        assertThat(rows).hasSizeGreaterThan(10).allSatisfy(cells -> {
            assertThat(documented("two-msl", cells.group(1))).isEqualTo(cells.group(2));
            assertThat(documented("one-tick-short", cells.group(1))).isEqualTo(cells.group(3));
        });
    }

    private static String documented(String variant, String claim) {
        return Scenarios.variant(variant).statement().expectations().stream()
                .filter(expectation -> expectation.claim().equals(claim))
                .map(expectation -> expectation.outcome().toString())
                .findFirst()
                .orElseThrow();
    }

    /** How long something took is the machine's business. */
    private static String withoutTimes(String text) {
        return text.replaceAll("\\d+\\.\\d s", "0.0 s");
    }
}
