package dev.lastack.counterexamples.render.sweep;

import dev.lastack.counterexamples.render.svg.Svg;
import dev.lastack.properties.analysis.CellResult;
import dev.lastack.properties.analysis.SafetyArgument;
import dev.lastack.scenario.Expectation.Outcome;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A sweep at one glance: each cell in the colour of what keeps old segments out, with the number of claims broken. */
public final class PhaseDiagram {

    private static final double MARGIN = 24;
    private static final double TOP = 100;
    private static final double CELL_WIDTH = 46;
    private static final double CELL_HEIGHT = 30;
    private static final double LETTER = 7.2;
    private static final double LEGEND_LINE = 22;

    private final String title;
    private final SweepGrid grid;
    private final boolean linked;

    private PhaseDiagram(String title, SweepGrid grid, boolean linked) {
        this.title = title;
        this.grid = grid;
        this.linked = linked;
    }

    /** The picture as one {@code svg} element; each cell is a group with its number as {@code data-step}. */
    public static String svg(String title, List<CellResult> results, String across) {
        return new PhaseDiagram(title, SweepGrid.of(results, across), false).draw();
    }

    /** The same for a page that shows a cell at {@code #cell=NUMBER}: each cell is a link with a name. */
    static String linkedSvg(String title, List<CellResult> results, String across) {
        return new PhaseDiagram(title, SweepGrid.of(results, across), true).draw();
    }

    private double left() {
        int head = Math.max(priced() ? 18 : 8, grid.axis().length() + 2); // The heads of the columns stand here too.
        return MARGIN + Math.max(head, grid.widestLabel()) * LETTER + 16;
    }

    private boolean priced() {
        return grid.rates().stream().anyMatch(rate -> !rate.isEmpty());
    }

    private String draw() {
        double width = Math.max(left() + grid.columns().size() * (CELL_WIDTH + 3) + MARGIN, 640);
        double bottom = TOP + grid.cells().rowKeySet().size() * (CELL_HEIGHT + 3);
        double height = bottom + 20 + SafetyArgument.values().length * LEGEND_LINE + MARGIN;
        Svg svg = new Svg();
        svg.text("title", MARGIN, 32, title);
        columns(svg);
        rows(svg);
        legend(svg, bottom + 20);
        String css = SweepResources.text("phase.css");
        return linked ? Svg.linkedPicture(width, height, title, css, svg) : Svg.picture(width, height, title, css, svg);
    }

    private void columns(Svg svg) {
        svg.text("note", MARGIN, TOP - 26, grid.axis() + " →");
        for (int i = 0; i < grid.columns().size(); i++) {
            svg.text("column", centre(i), TOP - 26, grid.columns().get(i));
        }
        if (priced()) {
            svg.text("note", MARGIN, TOP - 9, "at most connections/s →");
            for (int i = 0; i < grid.rates().size(); i++) {
                svg.text("rate", centre(i), TOP - 9, grid.rates().get(i));
            }
        }
    }

    private double centre(int column) {
        return left() + column * (CELL_WIDTH + 3) + CELL_WIDTH / 2;
    }

    private void rows(Svg svg) {
        double y = TOP;
        for (Map.Entry<String, Map<String, CellResult>> row :
                grid.cells().rowMap().entrySet()) {
            svg.text("row", left() - 10, y + CELL_HEIGHT / 2 + 4, row.getKey());
            for (int i = 0; i < grid.columns().size(); i++) {
                CellResult result = row.getValue().get(grid.columns().get(i));
                if (result != null) {
                    cell(svg, result, centre(i), y);
                }
            }
            y += CELL_HEIGHT + 3;
        }
    }

    private void cell(Svg svg, CellResult result, double x, double y) {
        int number = result.cell().number();
        if (linked) {
            svg.link("#cell=" + number, tooltip(result));
        }
        svg.open("cell " + css(result.argument()), number);
        svg.title(tooltip(result));
        svg.rect("box", x - CELL_WIDTH / 2, y, CELL_WIDTH, CELL_HEIGHT);
        svg.text("mark", x, y + CELL_HEIGHT / 2 + 4.5, mark(result));
        svg.close();
        if (linked) {
            svg.close();
        }
    }

    private static String mark(CellResult result) {
        long broken = count(result, Outcome.VIOLATED);
        if (broken > 0) {
            return Long.toString(broken);
        }
        return count(result, Outcome.INCONCLUSIVE) > 0 ? "?" : "✓";
    }

    private static long count(CellResult result, Outcome outcome) {
        return result.outcomes().values().stream().filter(outcome::equals).count();
    }

    private static String tooltip(CellResult result) {
        String broken = result.outcomes().entrySet().stream()
                .filter(entry -> entry.getValue() == Outcome.VIOLATED)
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(", "));
        String price = result.price().map(each -> ". " + each.sentence()).orElse("");
        return result.cell() + ": " + result.argument().sentence() + (broken.isEmpty() ? "" : "; broken: " + broken)
                + price;
    }

    private static void legend(Svg svg, double top) {
        double y = top;
        for (SafetyArgument argument : SafetyArgument.values()) {
            svg.open("cell " + css(argument));
            svg.rect("box", MARGIN, y, 18, 14).close();
            svg.text("legend", MARGIN + 26, y + 11.5, argument.word() + ": " + argument.sentence());
            y += LEGEND_LINE;
        }
        svg.text(
                "note",
                MARGIN,
                y + 10,
                "The number in a cell counts the claims that are broken there; ✓ none, ? open.");
    }

    private static String css(SafetyArgument argument) {
        return argument.name().toLowerCase(Locale.ROOT);
    }
}
