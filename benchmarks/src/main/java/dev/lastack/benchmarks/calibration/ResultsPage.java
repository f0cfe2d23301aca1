package dev.lastack.benchmarks.calibration;

import dev.lastack.benchmarks.page.Machine;
import dev.lastack.benchmarks.page.Pages;
import dev.lastack.checker.Exploration;
import dev.lastack.checker.Limits;
import dev.lastack.model.calibration.Calibration;
import dev.lastack.model.calibration.CalibrationRow;
import dev.lastack.properties.verification.ClaimResult;
import dev.lastack.properties.verification.Engine;
import dev.lastack.properties.verification.Report;
import dev.lastack.properties.verification.Verification;
import dev.lastack.scenario.Expectation.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Checks every row of the calibration in full and writes the page of results. */
@Command(name = "results", description = "Check the scenarios with known verdicts; writes a page of results.")
public final class ResultsPage implements Callable<Integer> {

    private static final String TEXT = """
        # Results on scenarios with known verdicts

        Every row is a scenario whose violated claims are known from an enumerator that shares no code with lastack;
        the column *states there* is its rounded count, for orientation, because the two encode states differently.
        The judged claims are %s.
        A row is *as expected* if exactly the listed claims are violated; in rows marked ≥, at least those.
        The rows, with all their knobs, are in `model/src/test/resources/dev/lastack/model/calibration/rows.txt`.

        The number in parentheses is the length of the shortest counterexample in steps.

        Written on %s by `benchmarks/run results --workers %d`: %d of %d rows. Machine: %s.
        Seconds are of wall clock and of CPU, in one process for all rows.

        | scenario | violated | as expected | states | states there | steps | levels | capacity reached | s | CPU s |
        | --- | --- | --- | --: | --: | --: | --: | --: | --: | --: |
        """;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--workers", description = "Threads. Default: ${DEFAULT-VALUE}")
    private int workers = Runtime.getRuntime().availableProcessors();

    @Option(names = "--page", description = "Where the page goes. Default: ${DEFAULT-VALUE}")
    private Path page = Path.of("docs/results.md");

    /** Returns 0 if every row came out as it must, else 1. The table is replaced after every row. */
    @Override
    public Integer call() throws IOException {
        List<CalibrationRow> rows = Calibration.rows();
        String sections = Pages.sections(page);
        StringBuilder lines = new StringBuilder();
        int differing = 0;
        for (int done = 0; done < rows.size(); done++) {
            CalibrationRow row = rows.get(done);
            double cpu = Machine.cpuSeconds();
            Report report = Verification.of(row.scenario())
                    .claims(JudgedClaims.ALL)
                    .engine(Engine.PLAIN)
                    .limits(Limits.none().withWorkers(workers))
                    .run();
            String line = line(row, report, Machine.cpuSeconds() - cpu);
            differing += JudgedClaims.differences(row, report).isEmpty() ? 0 : 1;
            spec.commandLine().getErr().printf("%s", line);
            lines.append(line);
            String head = TEXT.formatted(
                    judged(), LocalDate.now(ZoneOffset.UTC), workers, done + 1, rows.size(), Machine.describe());
            Pages.replace(page, head + lines + sections);
        }
        return differing == 0 ? 0 : 1;
    }

    private static String judged() {
        return JudgedClaims.ALL.stream().map(claim -> "`" + claim.id() + "`").collect(Collectors.joining(", "));
    }

    private static String line(CalibrationRow row, Report report, double cpuSeconds) {
        Exploration seen = report.exploration();
        String fails = report.claims().stream()
                .filter(result -> result.outcome() == Outcome.VIOLATED)
                .map(ResultsPage::violation)
                .collect(Collectors.joining(", "));
        long reached = report.bounds().stream()
                .mapToLong(bound -> bound.reached() + bound.cut())
                .sum();
        return String.format(
                Locale.ROOT,
                "| %s | %s%s | %s | %,d | %s | %,d | %d | %,d | %.1f | %.1f |%n",
                row.text(),
                row.exactly() ? "" : "≥ ",
                fails.isEmpty() ? "none" : fails,
                JudgedClaims.differences(row, report).isEmpty()
                        ? "yes"
                        : "**no**: " + String.join(", ", JudgedClaims.differences(row, report)),
                seen.distinct(),
                row.orientation(),
                seen.generated(),
                seen.levels(),
                reached,
                seen.seconds(),
                cpuSeconds);
    }

    /** The claim with the length of its shortest counterexample. */
    private static String violation(ClaimResult result) {
        int steps = result.trace().map(trace -> trace.steps().size()).orElse(0);
        return result.claim().id() + " (" + steps + ")";
    }
}
