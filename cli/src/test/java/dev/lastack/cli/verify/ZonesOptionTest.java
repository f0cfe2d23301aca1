package dev.lastack.cli.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.cli.Shell;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code verify --engine zones}. */
class ZonesOptionTest {

    /** One connection whose ends close: MSL 60 s and retransmissions 120 s apart. */
    private static final String EXCHANGE = "two-msl --engine zones --set tick=60s --set msl=60s --set isn=monotonic"
            + " --set sequence-space=unbounded --set incarnations=1 ";

    private static final String LARGE = EXCHANGE + "--set rto=120s --set capacity=4 ";

    @TempDir
    private Path folder = Path.of("");

    private Shell.Run verify(String arguments) {
        List<String> words = new ArrayList<>(List.of("verify", "-o", folder.toString()));
        words.addAll(List.of(arguments.split(" ")));
        return new Shell().run(words.toArray(String[]::new));
    }

    @Test
    void whatHoldsIsPrintedWithTheCountOfZones() {
        Shell.Run run = verify(LARGE + "--set time-wait=120s --claim drained --strict");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("✓ holds  drained", "in dense time: nothing is rounded to a tick")
                .containsPattern("\\d+ zones, \\d+ steps, ")
                .doesNotContain(" states, ");
    }

    @Test
    void aRunInTicksIsATraceThatCanBeReplayed() {
        Shell.Run run = verify(LARGE + "--set time-wait=119s --claim drained");

        assertThat(run.code()).as(run.err()).isEqualTo(1);
        assertThat(run.out()).contains("✗ violated  drained  in ", "t in real time", "2MSL timer fires");
        Path trace = folder.resolve("two-msl.drained.itf.json");
        assertThat(new Shell().run("replay", trace.toString()).code()).isZero();
    }

    @Test
    void aRunOfTooManyTicksIsPrintedAtRealTimes() {
        Shell.Run run = verify(LARGE + "--set time-wait=119.999999s --claim drained");

        assertThat(run.code()).as(run.err()).isEqualTo(1);
        assertThat(run.out())
                .contains("✗ violated  drained  in  8 steps  (no trace file: it takes more than 2,000,000 ticks)")
                .contains("A run that violates drained, at real times:", "  0 s  A CLOSE")
                .containsPattern("120\\.0000\\d+ s  A 2MSL timer fires")
                .doesNotContain("replay");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void asJson() {
        Shell.Run run = verify(LARGE + "--set time-wait=119.999999s --claim drained,no-old-fin --format json");

        assertThat(run.code()).as(run.err()).isEqualTo(1);
        JsonNode scenario = JsonMapper.builder()
                .build()
                .readTree(run.out())
                .get("scenarios")
                .get(0);
        JsonNode search = scenario.get("searches").get(0);
        assertThat(search.get("engine").asString()).isEqualTo("zones");
        assertThat(search.get("counted").asString()).isEqualTo("zones");
        assertThat(search.get("distinct").asInt()).isPositive();
        JsonNode drained = scenario.get("claims").get(0);
        assertThat(drained.get("verdict").asString()).isEqualTo("violated");
        assertThat(drained.get("decidedBy").get("engine").asString()).isEqualTo("zones");
        assertThat(drained.get("run").size()).isEqualTo(8);
        assertThat(drained.has("trace")).isFalse();
        assertThat(scenario.get("claims").get(1).get("verdict").asString()).isEqualTo("vacuous");
    }

    @Test
    void aReportNamesTheLastStepOfARunThatHasNoTrace() throws Exception {
        Path report = folder.resolve("report.md");
        verify(LARGE + "--set time-wait=119.999999s --claim drained --report md=" + report);

        assertThat(Files.readString(report)).contains("Violated in 8 steps: 120.0000", "A 2MSL timer fires");
    }

    /** Retransmissions 200 ms apart fill any direction. */
    @Test
    void whereTheCapacityCutNothingHolds() {
        Shell.Run run = verify(EXCHANGE
                + "--set rto=200ms..120s --set capacity=2 --set time-wait=120s --claim drained --max-states 2000");

        assertThat(run.code()).as(run.err()).isEqualTo(3);
        assertThat(run.out())
                .contains("? inconclusive  drained  no run within capacity 2 violates it, but capacity cut");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--grow-capacity",
                "--dir levels",
                "--spark local --dir levels",
                "--certificate proof",
                "--next 2",
                "--coverage",
                "--reduce all",
                "--lossy 32"
            })
    void whatZonesDoNotHaveIsRefused(String option) {
        Shell.Run run = verify(LARGE + "--claim drained " + option);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines())
                .singleElement()
                .asString()
                .contains(option.replaceAll(" .*", "") + " cannot be combined with --engine zones");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--set timestamps=on | timestamps: zones support off",
                "--claim liveness | zones decide claims about steps, not about whole runs",
                "--ltl A.gone | zones decide claims about steps, not about whole runs",
                "--reach A.gone | zones decide claims about steps, not about states"
            })
    void whatZonesDoNotSupportIsRefused(String option, String why) {
        Shell.Run run = verify(LARGE + option);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err().lines()).singleElement().asString().contains(why);
    }

    @Test
    void durationsInTicksAreRefused() {
        Shell.Run run = verify("two-msl --engine zones");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("msl: zones need real durations").doesNotContain("\tat ");
    }
}
