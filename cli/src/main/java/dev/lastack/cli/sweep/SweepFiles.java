package dev.lastack.cli.sweep;

import com.google.common.collect.Maps;
import dev.lastack.cli.terminal.Unwritten;
import dev.lastack.counterexamples.render.sweep.PhaseDiagram;
import dev.lastack.counterexamples.render.sweep.SweepPage;
import dev.lastack.counterexamples.trace.OutputFolder;
import dev.lastack.properties.analysis.CellResult;
import dev.lastack.properties.analysis.Price;
import dev.lastack.properties.analysis.Sweep;
import dev.lastack.properties.analysis.SweepTable;
import dev.lastack.properties.analysis.Threshold;
import dev.lastack.scenario.knobs.RealTimeText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** The files of a finished sweep. */
final class SweepFiles {

    private final OutputFolder folder;
    private final Sweep sweep;
    private final String across;

    SweepFiles(OutputFolder folder, Sweep sweep, String across) {
        this.folder = folder;
        this.sweep = sweep;
        this.across = across;
    }

    private record CellDocument(
            Map<String, String> settings,
            Map<String, String> claims,
            long distinct,
            String argument,
            Optional<PriceDocument> price,
            Optional<String> note,
            String command) {}

    /** Without TIME-WAIT the rate has no limit and is left out. */
    private record PriceDocument(double timeWaitSeconds, int ports, Optional<Double> connectionsPerSecond) {

        static PriceDocument of(Price price) {
            return new PriceDocument(
                    price.timeWaitSeconds(),
                    price.ports(),
                    Optional.of(price.connectionsPerSecond()).filter(Double::isFinite));
        }
    }

    private record Document(int version, String scenario, List<CellDocument> cells, List<Threshold> thresholds) {}

    /** Writes all that can be written, and says whether the page can be opened. */
    boolean write(List<CellResult> results, CellCommand command, Unwritten unwritten) {
        String title = sweep.base().name() + ": what keeps old segments out"
                + sweep.base()
                        .statement()
                        .realTime()
                        .map(real -> " (a tick is " + RealTimeText.of(real.tick()) + ")")
                        .orElse("");
        unwritten.attempt(() -> put("results.csv", SweepTable.of(sweep).text(results)));
        unwritten.attempt(() -> put("results.json", json(results, command)));
        unwritten.attempt(() -> put("phase.svg", PhaseDiagram.svg(title, results, across)));
        return unwritten.attempt(() -> put("sweep.html", SweepPage.html(title, results, across, command::of)));
    }

    private String json(List<CellResult> results, CellCommand command) {
        List<CellDocument> cells = results.stream()
                .map(result -> new CellDocument(
                        result.cell().settings(),
                        Maps.transformValues(result.outcomes(), Object::toString),
                        result.distinct(),
                        result.argument().word(),
                        result.price().map(PriceDocument::of),
                        result.note().isEmpty() ? Optional.empty() : Optional.of(result.note()),
                        command.of(result.cell())))
                .toList();
        return JsonMapper.builder()
                .build()
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(new Document(1, sweep.base().name(), cells, Threshold.of(results, across)));
    }

    private void put(String name, String text) {
        folder.write(name, text.getBytes(StandardCharsets.UTF_8));
    }
}
