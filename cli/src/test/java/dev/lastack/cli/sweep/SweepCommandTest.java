package dev.lastack.cli.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.cli.Lastack;
import dev.lastack.cli.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SweepCommandTest {

    @TempDir
    private Path folder = Path.of("");

    private Shell.Run sweep(String... more) {
        List<String> words = new ArrayList<>(List.of("sweep", "two-msl", "-o", folder.toString()));
        words.addAll(List.of(more));
        return new Shell().run(words.toArray(String[]::new));
    }

    private String file(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    @Test
    void tellsThePriceBesideTheVerdictsInEveryForm() throws IOException {
        Shell.Run run = sweep(
                "--set", "tick=30s", "--vary", "time-wait=1..2", "--claim", "no-old-fin,drained", "--ports", "600");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("1          30       20/s     none         no-old-fin, drained")
                .contains("2          60       10/s     waiting")
                .contains("no-old-fin  drained\n2           2\n");
        assertThat(file("results.csv")).contains(",30,20.0,").contains(",60,10.0,");
        JsonNode price = JsonMapper.builder()
                .build()
                .readTree(file("results.json"))
                .get("cells")
                .get(1)
                .get("price");
        assertThat(price.get("timeWaitSeconds").asDouble()).isEqualTo(60);
        assertThat(price.get("connectionsPerSecond").asDouble()).isEqualTo(10);
        assertThat(file("phase.svg")).contains("at most connections/s").contains(">20</text>");
        assertThat(file("sweep.html")).contains("at most 20.0 new connections a second");
    }

    @Test
    void reportsEveryCell() throws IOException {
        Path junit = folder.resolve("cells.xml");
        Path sarif = folder.resolve("cells.sarif");
        Shell.Run run = sweep(
                "--vary",
                "time-wait=1,2",
                "--claim",
                "no-old-fin,no-old-data",
                "--report",
                "junit=" + junit,
                "--report",
                "sarif=" + sarif);

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(Files.readString(junit))
                .contains("<testsuite name=\"two-msl time-wait=1\" tests=\"2\" failures=\"1\" errors=\"0\"")
                .contains("<testsuite name=\"two-msl time-wait=2\" tests=\"2\" failures=\"0\" errors=\"0\"")
                .contains("2MSL timer fires");
        assertThat(Files.readString(sarif)).contains("two-msl time-wait=1").doesNotContain("two-msl time-wait=2");
    }

    @Test
    void namesTheCellsThatMakeNoScenarioAndSoAreInNoReport() throws IOException {
        Path junit = folder.resolve("cells.xml");
        Shell.Run run = sweep(
                "--vary", "sequence-space=4,unbounded", "--claim", "no-old-fin", "-q", "--report", "junit=" + junit);

        assertThat(run.code()).as(run.err()).isEqualTo(3);
        assertThat(Files.readString(junit))
                .contains("two-msl sequence-space=4\"")
                .doesNotContain("sequence-space=unbounded");
        assertThat(run.err().lines())
                .singleElement()
                .asString()
                .startsWith("lastack: not in the report: cell sequence-space=unbounded: ");
    }

    @Test
    void saysHowToGetTheRunsOfACell() throws IOException {
        Path file = Files.writeString(folder.resolve("my stack.yaml"), "extends: two-msl\n");
        Shell.Run run = new Shell()
                .run(
                        "sweep",
                        file.toString(),
                        "--set",
                        "time-wait=0",
                        "--vary",
                        "time-wait=2*msl-1,2*msl",
                        "--claim",
                        "no-old-fin,drained",
                        "-o",
                        folder.toString());

        String command = "lastack verify '" + file + "' --set 'time-wait=2*msl-1' --claim no-old-fin,drained";
        assertThat(run.out()).contains("To write the traces of a cell: " + command + "\n");
        assertThat(file("sweep.html")).contains("\"command\":\"" + command + "\"");
        assertThat(file("results.json")).contains("\"command\" : \"" + command + "\"");
    }

    @Test
    void theResultsOfAnotherScenarioAreNotTakenOver() throws IOException {
        String[] cells = {"--vary", "time-wait=1,2", "--claim", "drained"};
        assertThat(sweep(cells).code()).isZero();
        String before = file("results.csv");

        List<String> lossy = new ArrayList<>(List.of(cells));
        lossy.addAll(List.of(
                "--set", "loss=1", "--skip-done", folder.resolve("results.csv").toString()));
        Shell.Run run = sweep(lossy.toArray(String[]::new));

        assertThat(run.code()).as(run.err()).isEqualTo(2);
        assertThat(run.err())
                .contains("results.csv:2:1: is a result of two-msl#")
                .contains("other knobs");
        assertThat(file("results.csv")).isEqualTo(before);
    }

    @Test
    void withoutALengthOfATickThereIsNoPrice() throws IOException {
        Shell.Run run = sweep("--vary", "time-wait=2", "--claim", "drained");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).doesNotContain("at most");
        assertThat(file("phase.svg")).doesNotContain("connections/s");
    }

    @Test
    void withAThresholdAskedForOnlyThatIsPrinted() {
        Shell.Run run = sweep(
                "--vary",
                "isn=random,monotonic",
                "--vary",
                "time-wait=0..2",
                "--claim",
                "drained",
                "--threshold",
                "time-wait");

        assertThat(run.out())
                .startsWith("Least time-wait from which each claim holds:\nisn        drained\nrandom     2\n");
    }

    @Test
    void aCellThatTakesTooLongIsInconclusiveAndAskedAgain() throws IOException {
        Shell.Run short1 = sweep("--vary", "capacity=6", "--claim", "drained", "--cell-budget", "300ms");

        assertThat(short1.code()).as(short1.err()).isEqualTo(3);
        assertThat(short1.out()).contains("the time limit was reached").contains("?: undecided");
        assertThat(file("results.csv")).contains("inconclusive");

        Shell.Run again = sweep(
                "--vary",
                "capacity=6",
                "--claim",
                "drained",
                "--cell-budget",
                "300ms",
                "--skip-done",
                folder.resolve("results.csv").toString());
        assertThat(again.err()).doesNotContain("already done");
        assertThat(again.code()).isEqualTo(3);
    }

    @Test
    void aSweepThatIsKilledGoesOnWhereItWas() throws IOException, InterruptedException {
        String[] cells = {"--vary", "isn=random,monotonic", "--vary", "time-wait=0..7", "--claim", "no-old-fin,drained"
        };
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Lastack.class.getName(),
                "sweep",
                "two-msl",
                "--workers",
                "1",
                "-o",
                folder.toString()));
        words.addAll(List.of(cells));
        Path results = folder.resolve("results.csv");
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        while (!Files.exists(results) || Files.readAllLines(results).size() < 4) {
            assertThat(process.isAlive()).isTrue();
            TimeUnit.MILLISECONDS.sleep(5);
        }
        process.destroyForcibly().waitFor();
        int done = Files.readAllLines(results).size() - 1;
        assertThat(done).isBetween(3, 15);

        List<String> resume = new ArrayList<>(List.of(cells));
        resume.addAll(List.of("--skip-done", results.toString()));
        Shell.Run resumed = sweep(resume.toArray(String[]::new));
        String table = file("results.csv");

        assertThat(resumed.code()).as(resumed.err()).isZero();
        assertThat(resumed.err()).containsPattern("1?\\d of 16 cells are already done");
        Shell.Run whole = sweep(cells);
        assertThat(table).isEqualTo(file("results.csv"));
        assertThat(resumed.out()).isEqualTo(whole.out());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--vary msl=1..1000;--vary time-wait=0..999 | asks for 1,000,000 cells; at most 2,000 are taken,"
                        + " --max-cells 1000000",
                "--vary tme-wait=1,2 | did you mean 'time-wait'?",
                "--vary time-wait=3..1 | the range 3..1 is empty",
                "--vary time-wait= | is not of the form knob=value",
                "--vary isn=radnom | did you mean 'random'?",
                "--vary isn=random;--threshold time-wait | 'time-wait' is not varied; the varied knobs are: isn",
                "--vary isn=random;--cell-budget 5 | '5' is not a time, such as 90s or 5min",
                "--vary isn=random;--ports 70000 | --ports: '70000' is not from 1 to 65535",
                "--vary isn=random;--skip-done none.csv | none.csv: cannot be read: there is no such file or folder",
                "--vary isn=random;--skip-done . | .: is a directory, not a table of results",
                "--vary isn=random;--report pdf=x | there is no report 'pdf'",
                "--vary isn=random;--report md=x;--skip-done done.csv | --report needs the run of every violated claim",
                "--vary isn=random;--claim no-old-fn | did you mean 'no-old-fin'?",
                "--vary isn=random;--workers 0 | --workers: 0 is too few; at least 1",
            })
    void badInputIsToldInOneLineAndLeavesNothing(String options, String complaint) throws IOException {
        Shell.Run run = sweep(options.split("[; ]"));

        assertThat(run.code()).as(run.err()).isEqualTo(2);
        assertThat(run.err()).contains(complaint);
        assertThat(run.err().lines()).hasSize(1);
        try (var left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void aPlaceThatCannotBeWrittenIsRefusedBeforeAnythingIsExplored() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "mine");

        Shell.Run run = new Shell()
                .run(
                        "sweep",
                        "--vary",
                        "capacity=8",
                        "-o",
                        file.resolve("under").toString());

        assertThat(run.code()).as(run.err()).isEqualTo(2);
        assertThat(run.err()).contains("cannot be written");
        assertThat(Files.readString(file)).isEqualTo("mine");
    }
}
