package dev.lastack.properties.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.checker.Limits;
import dev.lastack.properties.claims.TerminationClaims;
import dev.lastack.scenario.Expectation.Outcome;
import dev.lastack.scenario.Scenarios;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The least TIME-WAIT that drains the exchange of FINs, to the microsecond, where an MSL is 60 s: the same as in the tables of
 * docs/time-wait.md, whose unit is a tick. Within the capacity of the search, as there.
 */
class ZoneThresholdsTest {

    private static final Path PAGE = Path.of("..", "docs", "time-wait.md");
    private static final int ROWS = 36;
    private static final long UNIT_MICROS = Duration.ofSeconds(60).toSeconds() * 1_000_000;

    /** A row of the first table of the page. */
    private record Row(String restart, int msl, int rto, String loss, int drained) {

        static Row of(String line) {
            String[] words = line.split("\\s+", -1);
            return new Row(
                    words[0],
                    Integer.parseInt(words[1]),
                    Integer.parseInt(words[2]),
                    words[3],
                    Integer.parseInt(words[4]));
        }

        /** Copies that may be under way together make the search long. */
        boolean isLarge() {
            return rto < msl;
        }
    }

    private static List<Row> rows() throws IOException {
        List<Row> rows;
        try (Stream<String> lines = Files.lines(PAGE)) {
            rows = lines.filter(line -> line.matches("(on-answer|on-fin|never) +[12] +[12] +(none|1|2) +\\d+ +\\d+"))
                    .map(Row::of)
                    .limit(ROWS)
                    .toList();
        }
        assertThat(rows).hasSize(ROWS);
        return rows;
    }

    private static Stream<Row> small() throws IOException {
        return rows().stream().filter(row -> !row.isLarge());
    }

    private static Stream<Row> large() throws IOException {
        return rows().stream().filter(Row::isLarge);
    }

    @ParameterizedTest
    @MethodSource("small")
    void theThresholdIsThatOfThePage(Row row) {
        check(row, 3);
    }

    @Tag("deep")
    @ParameterizedTest
    @MethodSource("large")
    void theThresholdIsThatOfThePageWithManyCopies(Row row) {
        check(row, 3);
    }

    private static void check(Row row, int capacity) {
        String rto = 60 * row.rto + "s";
        Map<String, String> knobs = knobs(row.restart, 60 * row.msl + "s", rto, row.loss, capacity);
        assertThreshold(knobs, row.drained * UNIT_MICROS);
    }

    /** With any gap from 200 ms to 120 s the formulas of the page hold for a gap of 120 s, the greatest. */
    private static Stream<Row> ranges() {
        return Stream.of("on-answer 2 3 5", "on-fin 3 3 5", "never 4 7 9").flatMap(line -> {
            String[] words = line.split(" ", -1);
            return Stream.of(0, 1, 2)
                    .map(k -> new Row(words[0], 1, 2, k == 0 ? "none" : "" + k, Integer.parseInt(words[k + 1])));
        });
    }

    @ParameterizedTest
    @MethodSource("ranges")
    void theThresholdOfARangeOfGapsIsThatOfTheGreatest(Row row) {
        Map<String, String> knobs = knobs(row.restart, "60s", "200ms..120s", row.loss, 2);
        assertThreshold(knobs, row.drained * UNIT_MICROS);
    }

    private static void assertThreshold(Map<String, String> knobs, long micros) {
        assertThat(isViolated(knobs, micros)).as("%d µs of %s", micros, knobs).isFalse();
        assertThat(isViolated(knobs, micros - 1))
                .as("%d µs of %s", micros - 1, knobs)
                .isTrue();
    }

    /** Whether a run exists, at the same instant or apart, that violates the claim. */
    private static boolean isViolated(Map<String, String> knobs, long micros) {
        Map<String, String> all = new LinkedHashMap<>(knobs);
        all.put("time-wait", micros + "us");
        ZoneResult result = ZoneVerification.of(Scenarios.variant("two-msl").with(all))
                .claims(TerminationClaims.DRAINED)
                .limits(Limits.none().withWorkers(1))
                .withinCapacity()
                .run()
                .claims()
                .get(0);
        assertThat(result.outcome() == Outcome.VIOLATED)
                .isEqualTo(result.run().isPresent() && result.why().isEmpty());
        return result.run().isPresent();
    }

    private static Map<String, String> knobs(String restart, String msl, String rto, String loss, int capacity) {
        Map<String, String> knobs = new LinkedHashMap<>();
        List<String> settings = Arrays.asList(
                "time-wait.restart",
                restart,
                "tick",
                "60s",
                "msl",
                msl,
                "rto",
                rto,
                "loss",
                loss,
                "isn",
                "monotonic",
                "sequence-space",
                "unbounded",
                "incarnations",
                "1",
                "capacity",
                Integer.toString(capacity));
        for (int i = 0; i < settings.size(); i += 2) {
            knobs.put(settings.get(i), settings.get(i + 1));
        }
        return knobs;
    }
}
