package dev.lastack.cli.show;

import dev.lastack.cli.terminal.Unwritten;
import dev.lastack.cli.verify.ReportOptions;
import dev.lastack.counterexamples.Recording;
import dev.lastack.counterexamples.render.RecordingRenderers;
import dev.lastack.counterexamples.trace.AtomicFile;
import dev.lastack.scenario.text.NearestName;
import dev.lastack.scenario.text.Place;
import dev.lastack.scenario.text.ScenarioException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** Drawings of the segments around findings, beside what is printed. */
final class DrawingOptions {

    @Option(
            names = "--draw",
            paramLabel = "FORM=FILE",
            description = "Draws the segments around the findings that are shown: ladder=FILE, svg=FILE, html=FILE or"
                    + " mermaid=FILE; repeatable.")
    private Map<String, Path> files = new LinkedHashMap<>();

    /** Refuses a form that does not exist and a file that cannot be, before anything is read. */
    void check() {
        files.keySet().forEach(name -> {
            if (RecordingRenderers.named(name).isEmpty()) {
                List<String> names = RecordingRenderers.names();
                throw new ScenarioException(
                        Place.of("--draw"),
                        "there is no form '" + name + "'; one of: " + String.join(", ", names)
                                + NearestName.to(name, names)
                                        .map(near -> "; did you mean '" + near + "'?")
                                        .orElse(""));
            }
        });
        files.values().forEach(ReportOptions::requireFile);
    }

    void write(List<Recording> recordings, Unwritten unwritten) {
        files.forEach((name, file) -> {
            byte[] drawing = RecordingRenderers.named(name)
                    .orElseThrow()
                    .text(recordings)
                    .getBytes(StandardCharsets.UTF_8);
            unwritten.attempt(() -> AtomicFile.write(file, drawing));
        });
    }
}
