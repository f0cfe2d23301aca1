package dev.lastack.benchmarks.calibration;

import dev.lastack.benchmarks.page.Machine;
import dev.lastack.benchmarks.page.Pages;
import dev.lastack.checker.Exploration;
import dev.lastack.checker.Limits;
import dev.lastack.checker.Progress;
import dev.lastack.model.calibration.Calibration;
import dev.lastack.model.calibration.CalibrationRow;
import dev.lastack.properties.claims.Claim;
import dev.lastack.properties.claims.TerminationClaims;
import dev.lastack.properties.verification.ClaimResult;
import dev.lastack.properties.verification.Engine;
import dev.lastack.properties.verification.Report;
import dev.lastack.properties.verification.Verification;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Decides a claim about whole runs on a large row of the calibration and writes what it cost into the page of results. */
@Command(name = "liveness", description = "Decide a claim about whole runs on a row; writes a section of the results.")
public final class Liveness implements Callable<Integer> {

    private static final String HEADING = "## Liveness";

    private static final String TEXT = HEADING + """
         of millions of states

        Claims about whole runs on rows from above. CPU seconds are of all threads: of the exploration with the start of
        the process, and of everything after it (the state graph, the searches for fair cycles and for the assumptions
        needed, and the proof checks). The peak resident set is the kernel's figure for the process.

        Written on %s by `benchmarks/run liveness --workers %d%s`. Machine: %s.

        | scenario | claim | verdict | states | steps | CPU s, exploration | CPU s, liveness | peak RSS MB |
        | --- | --- | --- | --: | --: | --: | --: | --: |
        %s\
        """;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--workers", description = "Threads. Default: ${DEFAULT-VALUE}")
    private int workers = Runtime.getRuntime().availableProcessors();

    @Option(names = "--memory", paramLabel = "MIB", description = "Budget, in MiB. Default: ${DEFAULT-VALUE}")
    private long memory = 4096;

    @Option(names = "--row", description = "A row as the page states it. Default: ${DEFAULT-VALUE}")
    private String row = "hostile msl=2 time-wait=4 rto=1 time-wait.restart=on-fin capacity=3"
            + " time-wait.rst=as-elsewhere B.close=may";

    @Option(names = "--page", description = "Where the section goes. Default: ${DEFAULT-VALUE}")
    private Path page = Path.of("docs/results.md");

    @Parameters(arity = "0..1", description = "The claim. Default: ${DEFAULT-VALUE}")
    private String claim = "last-ack-resolves";

    private double explored = Double.NaN;

    @Override
    public Integer call() throws IOException {
        CalibrationRow chosen = Calibration.rows().stream()
                .filter(each -> each.text().equals(row))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no such row: " + row));
        Claim asked = TerminationClaims.byId(claim)
                .orElseThrow(() -> new IllegalArgumentException("there is no such claim: " + claim));
        Limits limits = Limits.none().withWorkers(workers).withMaxBytes(memory << 20);
        Report report = Verification.of(chosen.scenario())
                .claims(asked)
                .engine(Engine.PLAIN)
                .limits(limits)
                .progress(this::watch)
                .run();
        String line = line(report.exploration(), report.claims().get(0));
        spec.commandLine().getOut().printf("%s", line);
        String arguments = claim.equals("last-ack-resolves") ? "" : " " + claim;
        Pages.replaceSection(
                page,
                HEADING,
                TEXT.formatted(LocalDate.now(ZoneOffset.UTC), workers, arguments, Machine.describe(), line));
        return 0;
    }

    private boolean watch(Progress.Report report) {
        if (report.stage().isPresent() && Double.isNaN(explored)) {
            explored = Machine.cpuSeconds();
        }
        return true;
    }

    private String line(Exploration seen, ClaimResult result) throws IOException {
        return String.format(
                Locale.ROOT,
                "| %s | `%s` | %s | %,d | %,d | %.1f | %.1f | %,d |%n",
                row,
                claim,
                result.outcome().toString().toLowerCase(Locale.ROOT)
                        + result.notes().stream().map(note -> "; " + note).collect(Collectors.joining()),
                seen.distinct(),
                seen.generated(),
                explored,
                Machine.cpuSeconds() - explored,
                Machine.peakResidentBytes() / 1_000_000);
    }
}
