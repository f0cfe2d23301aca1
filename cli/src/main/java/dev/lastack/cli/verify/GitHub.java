package dev.lastack.cli.verify;

import dev.lastack.cli.terminal.Terminal;
import dev.lastack.cli.terminal.Unwritten;
import dev.lastack.counterexamples.report.Markdown;
import dev.lastack.counterexamples.trace.AtomicFile;
import dev.lastack.counterexamples.trace.TraceFileException;
import dev.lastack.scenario.Expectation;
import dev.lastack.scenario.text.Escape;
import dev.lastack.scenario.text.Place;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a GitHub workflow shows in addition to its log: an annotation for each failure, and a summary of the job. */
public final class GitHub {

    private final Terminal terminal;
    private final Map<String, String> environment;
    private final Unwritten unwritten;

    public GitHub(Terminal terminal, Map<String, String> environment, Unwritten unwritten) {
        this.terminal = terminal;
        this.environment = environment;
        this.unwritten = unwritten;
    }

    void tell(List<Checked> all) {
        if (!environment.containsKey("GITHUB_ACTIONS")) {
            return;
        }
        for (Checked checked : all) {
            checked.claims().stream()
                    .filter(Judged::failed)
                    .forEach(judged -> terminal.err().println(annotation(checked, judged)));
        }
        summarize(new Markdown()
                .render(all.stream().map(ReportOptions::withExpectations).toList()));
    }

    /** The table of a sweep goes into the summary; the runs of all its cells would be more than the megabyte that fits. */
    public void tellTable(String scenario, String table) {
        String markdown = "## " + Escape.markdown(scenario) + "\n\n" + Escape.markdownBlock(table) + "\n";
        summarize(markdown.getBytes(StandardCharsets.UTF_8));
    }

    private void summarize(byte[] markdown) {
        String summary = environment.getOrDefault("GITHUB_STEP_SUMMARY", "");
        if (environment.containsKey("GITHUB_ACTIONS") && !summary.isEmpty()) {
            unwritten.attempt(() -> append(Path.of(summary), markdown));
        }
    }

    private static String annotation(Checked checked, Judged judged) {
        Place place = checked.scenario().statement().expectations().stream()
                .filter(expectation -> expectation.claim().equals(judged.id()))
                .map(Expectation::place)
                .findFirst()
                .orElse(checked.scenario().statement().place());
        String message = checked.scenario().name() + ": " + judged.id() + " is " + judged.outcome()
                + judged.expected().map(expected -> " instead of " + expected).orElse("")
                + judged.trace()
                        .flatMap(WrittenTrace::replayCommand)
                        .map(command -> "; " + command)
                        .orElse("");
        Optional<String> file = Optional.of(place.source()).filter(source -> Files.exists(Path.of(source)));
        return "::error "
                + file.map(name -> "file=" + Escape.annotationProperty(name) + ",line=" + place.line() + ",")
                        .orElse("")
                + "title=lastack::" + Escape.annotation(message);
    }

    private static void append(Path summary, byte[] markdown) {
        try {
            Files.write(summary, markdown, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new TraceFileException(summary.toString(), "cannot be written: " + AtomicFile.reason(e));
        }
    }
}
