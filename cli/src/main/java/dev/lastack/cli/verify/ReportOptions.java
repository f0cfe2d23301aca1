package dev.lastack.cli.verify;

import dev.lastack.cli.terminal.Unwritten;
import dev.lastack.counterexamples.report.CheckedScenario;
import dev.lastack.counterexamples.report.ReportFormat;
import dev.lastack.counterexamples.report.ReportFormats;
import dev.lastack.counterexamples.report.Suite;
import dev.lastack.counterexamples.trace.AtomicFile;
import dev.lastack.scenario.Expectation.Outcome;
import dev.lastack.scenario.text.NearestName;
import dev.lastack.scenario.text.Place;
import dev.lastack.scenario.text.ScenarioException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** Reports for other programs, in addition to what is printed. */
public final class ReportOptions {

    @Option(
            names = "--report",
            paramLabel = "FORM=FILE",
            description = "Also writes a report: junit=FILE, sarif=FILE or md=FILE; repeatable, one file per form.")
    private Map<String, Path> files = new LinkedHashMap<>();

    /** Refuses a form that does not exist and a file that cannot be, before anything is computed. */
    public void check() {
        files.keySet().forEach(ReportOptions::form);
        files.values().forEach(ReportOptions::requireFile);
    }

    /** A report is for another program, which looks for it where it was told to: its folder has to exist. */
    public static void requireFile(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && !Files.exists(folder)) {
            throw new ScenarioException(
                    Place.of("--report"), file + ": cannot be written: there is no folder " + folder);
        }
        AtomicFile.requireWritable(file);
    }

    public boolean wanted() {
        return !files.isEmpty();
    }

    public void write(List<CheckedScenario> scenarios, Unwritten unwritten) {
        write(form -> form.render(scenarios), unwritten);
    }

    /** The same for what is no scenario. */
    public void writeSuites(List<Suite> suites, Unwritten unwritten) {
        write(form -> form.write(suites), unwritten);
    }

    private void write(Function<ReportFormat, byte[]> report, Unwritten unwritten) {
        files.forEach((name, file) -> {
            byte[] octets = report.apply(form(name));
            unwritten.attempt(() -> AtomicFile.write(file, octets));
        });
    }

    /** Where expectations decide, a claim of which nothing is expected is taken as it came out. */
    static CheckedScenario withExpectations(Checked checked) {
        Map<String, Outcome> expected = new LinkedHashMap<>();
        for (Judged judged : checked.claims()) {
            if (judged.asserted()) {
                expected.put(judged.id(), judged.expected().orElse(judged.outcome()));
            }
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
