package dev.lastack.cli;

import dev.lastack.counterexamples.report.CheckedScenario;
import dev.lastack.counterexamples.report.ReportFormat;
import dev.lastack.counterexamples.report.ReportFormats;
import dev.lastack.counterexamples.trace.AtomicFile;
import dev.lastack.scenario.Expectation.Outcome;
import dev.lastack.scenario.NearestName;
import dev.lastack.scenario.Place;
import dev.lastack.scenario.ScenarioException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** Reports for other programs, beside what is printed. */
final class ReportOptions {

    @Option(
            names = "--report",
            paramLabel = "FORM=FILE",
            description = "Writes a report as well: junit=FILE, sarif=FILE or md=FILE; repeatable.")
    private Map<String, Path> files = new LinkedHashMap<>();

    /** Refuses a form that does not exist and a file that cannot be, before anything is computed. */
    void check() {
        files.keySet().forEach(ReportOptions::form);
        files.values().forEach(AtomicFile::requireWritable);
    }

    boolean wanted() {
        return !files.isEmpty();
    }

    void write(List<CheckedScenario> scenarios, Unwritten unwritten) {
        files.forEach((name, file) -> {
            byte[] report = form(name).render(scenarios);
            unwritten.attempt(() -> AtomicFile.write(file, report));
        });
    }

    /** A claim that decides nothing is taken as it came out. */
    static CheckedScenario withExpectations(Checked checked) {
        Map<String, Outcome> expected = new LinkedHashMap<>();
        for (Judged judged : checked.claims()) {
            Outcome other = judged.asserted() ? judged.outcome() : Outcome.HOLDS;
            expected.put(judged.id(), judged.expected().orElse(other));
        }
        return new CheckedScenario(checked.report(), expected);
    }

    private static ReportFormat form(String name) {
        return ReportFormats.named(name)
                .orElseThrow(() -> new ScenarioException(
                        Place.of("--report"),
                        "there is no report '" + name + "'; one of: " + String.join(", ", ReportFormats.names())
                                + NearestName.to(name, ReportFormats.names())
                                        .map(near -> "; did you mean '" + near + "'?")
                                        .orElse("")));
    }
}
