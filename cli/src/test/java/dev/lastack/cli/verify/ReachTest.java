package dev.lastack.cli.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.cli.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReachTest {

    private static final String FORMULA = "B.state == LAST-ACK && A.gone && !network.empty";

    @TempDir
    private Path folder = Path.of("");

    private Shell.Run verify(String... arguments) {
        List<String> words = new ArrayList<>(List.of("verify", "-o", folder.toString(), "--set", "capacity=2"));
        words.addAll(List.of(arguments));
        return new Shell().run(words.toArray(String[]::new));
    }

    @Test
    void aStateThatIsReachedIsShownByARunThatCanBeReplayed() {
        Shell.Run run = verify("one-tick-short", "--reach", FORMULA);

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("one-tick-short: reachable  " + FORMULA + "  in ")
                .contains("one-tick-short reaches " + FORMULA + " in ")
                .contains("✓ " + FORMULA + " in step ")
                .contains("B is in LAST-ACK")
                .doesNotContain("✗");
        Path trace = folder.resolve("one-tick-short.reach.itf.json");
        Shell.Run replayed = new Shell().run("replay", trace.toString());
        assertThat(replayed.code()).as(replayed.err()).isZero();
        assertThat(replayed.out()).contains("confirmed: one-tick-short reaches " + FORMULA);
        for (String form : List.of("svg", "html", "mermaid", "plantuml", "junit")) {
            Shell.Run drawn = new Shell().run("show", trace.toString(), "--format", form);
            assertThat(drawn.code()).as(form + drawn.err()).isZero();
            assertThat(drawn.out()).as(form).doesNotContain("✗ A is in");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A.state == TIME-WAIT | 0 | reachable",
                "A.state == TIME-WAIT && A.gone | 1 | unreachable",
                "A.state == CLOSING | 1 | unreachable",
                "A.state == CLOSING --strict | 3 | unreachable",
                "A.state == CLOSING --max-states 100 | 3 | undecided",
                "A.state == CLOSING --timeout 0s | 3 | undecided",
                "A.state == CLOSING --lossy 64 | 3 | undecided",
                "A.state == FIN-WAIT-1 --max-states 100 | 0 | reachable",
            })
    void theExitCodeTellsWhetherItIs(String question, int code, String word) {
        int options = question.indexOf(" --");
        String formula = options < 0 ? question : question.substring(0, options);
        List<String> arguments = new ArrayList<>(List.of("two-msl", "-q", "--reach", formula));
        question.substring(formula.length())
                .lines()
                .forEach(more -> arguments.addAll(List.of(more.strip().split(" ", -1))));
        Shell.Run run = verify(arguments.toArray(String[]::new));

        assertThat(run.code()).as(run.err()).isEqualTo(code);
        assertThat(run.out()).startsWith("two-msl: " + word + "  ").hasLineCount(1);
    }

    @Test
    void theAnswerIsThereAsJson() {
        Shell.Run run = verify("one-tick-short", "--reach", "toA.contains(RST)", "--format", "json");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("\"version\" : 1")
                .contains("\"formula\" : \"toA.contains(RST)\"")
                .contains("\"answer\" : \"reachable\"")
                .contains("one-tick-short.reach.itf.json");
    }

    @Test
    void aWitnessThatWasChangedIsRefused() throws IOException {
        verify("one-tick-short", "-q", "--reach", FORMULA);
        Path trace = folder.resolve("one-tick-short.reach.itf.json");
        String text = Files.readString(trace);
        String other = text.replace("!network.empty holds", "network.empty holds");
        assertThat(other).isNotEqualTo(text);
        Files.writeString(trace, other);

        Shell.Run replayed = new Shell().run("replay", trace.toString());

        assertThat(replayed.code()).isEqualTo(2);
        assertThat(replayed.err()).contains("reach violated by the last step");
    }
}
