package dev.lastack.counterexamples.render.sweep;

import dev.lastack.counterexamples.Counterexample;
import dev.lastack.counterexamples.render.ladder.Ladder;
import dev.lastack.properties.analysis.Cell;
import dev.lastack.properties.analysis.CellResult;
import dev.lastack.properties.analysis.Price;
import dev.lastack.properties.analysis.Threshold;
import dev.lastack.scenario.text.Escape;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A sweep as one self-contained page: the phase diagram, thresholds, and for each cell its verdicts and shortest runs. */
public final class SweepPage {

    private SweepPage() {}

    /**
     * The page.
     *
     * @param across the knob whose values are the columns of the picture
     * @param command checks a cell alone and writes its runs as trace files
     */
    public static String html(String title, List<CellResult> results, String across, Function<Cell, String> command) {
        return SweepResources.text("sweep.html")
                .replace("{{title}}", Escape.html(title))
                .replace("{{style}}", SweepResources.text("sweep.css"))
                .replace("{{script}}", SweepResources.text("sweep.js"))
                .replace("{{svg}}", PhaseDiagram.linkedSvg(title, results, across))
                .replace("{{thresholds}}", thresholds(results, across))
                .replace("{{cells}}", Escape.script(cells(results, command).toString()));
    }

    private static String thresholds(List<CellResult> results, String across) {
        return Threshold.of(results, across).stream()
                .map(threshold -> "<tr><td>%s</td><td>%s</td><td>%s</td><td>%s</td></tr>"
                        .formatted(
                                Escape.html(threshold.row().entrySet().stream()
                                        .map(setting -> setting.getKey() + " " + setting.getValue())
                                        .collect(Collectors.joining(", "))),
                                Escape.html(threshold.claim()),
                                Escape.html(threshold
                                        .least()
                                        .map(least -> (threshold.open() ? "at most " : "") + least)
                                        .orElse(threshold.open() ? "not decided" : "none swept")),
                                Escape.html(String.join(", ", threshold.holdsBelow()))))
                .collect(Collectors.joining("\n"));
    }

    private static ArrayNode cells(List<CellResult> results, Function<Cell, String> command) {
        ArrayNode cells = JsonNodeFactory.instance.arrayNode();
        for (CellResult result : results) {
            ObjectNode cell = cells.addObject()
                    .put("name", result.cell().toString())
                    .put("argument", result.argument().sentence())
                    .put("states", result.distinct())
                    .put("price", result.price().map(Price::sentence).orElse(""))
                    .put("note", result.note())
                    .put("command", command.apply(result.cell()));
            ArrayNode claims = cell.putArray("claims");
            result.outcomes()
                    .forEach((id, outcome) -> claims.addObject()
                            .put("id", id)
                            .put("verdict", outcome.toString())
                            .put("ladder", ladder(result, id).orElse("")));
        }
        return cells;
    }

    private static Optional<String> ladder(CellResult result, String claim) {
        return result.report()
                .flatMap(report -> report.claim(claim))
                .flatMap(Counterexample::of)
                .map(new Ladder(false)::text);
    }
}
