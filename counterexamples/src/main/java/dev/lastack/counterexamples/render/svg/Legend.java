package dev.lastack.counterexamples.render.svg;

import dev.lastack.counterexamples.Counterexample;
import dev.lastack.counterexamples.render.svg.Arrow.End;
import dev.lastack.counterexamples.story.Flights;
import dev.lastack.model.view.StateView;
import dev.lastack.tcp.TcpState;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** What the signs of a drawing mean: only those that it uses. */
final class Legend {

    private static final double LINE = 20;
    private static final double SIGN = 34;
    private static final int COLUMNS = 2;

    private final List<Entry> entries = new ArrayList<>();
    private final Svg svg;

    /** A sign, drawn to the right of a place and around its height, and its meaning. */
    private record Entry(BiConsumer<Double, Double> sign, String words) {}

    Legend(Counterexample run, Flights flights, List<Arrow> arrows, Svg svg) {
        this.svg = svg;
        stroke("", "#n: segment in order of sending; [n] and colour: incarnation");
        if (arrows.stream()
                .anyMatch(arrow -> arrow.css().contains(" old") || arrow.css().contains(" new"))) {
            stroke("old", "OLD, NEW: of another incarnation than the connection it meets");
        }
        if (arrows.stream().anyMatch(arrow -> arrow.css().contains(" copy"))) {
            stroke("copy", "again: a copy of a segment that has arrived before");
        }
        if (arrows.stream().anyMatch(arrow -> arrow.end() == End.CROSS)) {
            stroke("lost", "✗: lost");
        }
        if (arrows.stream().anyMatch(arrow -> arrow.end() == End.NONE)) {
            stroke("underway", "without a head: under way at the end of the run");
        }
        if (arrows.stream().anyMatch(Arrow::offending)) {
            entries.add(new Entry((x, y) -> ring(x, y), "the arrival that violates the claim"));
        }
        if (run.states().stream().anyMatch(Legend::waits)) {
            entries.add(new Entry((x, y) -> svg.rect("bar waiting i0", x + 9, y - 5, 14, 10), "hollow bar: TIME-WAIT"));
        }
        if (flights.all().stream().anyMatch(flight -> Lifetimes.outlivesItsConnection(run, flight))) {
            entries.add(new Entry(
                    (x, y) -> svg.polygon("lifetime key i0", x, y - 5, x + 26, y - 5, x + 26, y + 6),
                    "shade: a segment that outlives its connection may still arrive"));
        }
    }

    private void stroke(String css, String words) {
        entries.add(new Entry(
                (x, y) -> {
                    svg.open("i0 " + css);
                    svg.line("shaft", x, y, x + 26, y).close();
                },
                words));
    }

    private void ring(double x, double y) {
        svg.open("bad");
        svg.circle("ring sign", x + 13, y, 6).close();
    }

    private static boolean waits(StateView state) {
        return Stream.of(state.a(), state.b()).anyMatch(tcb -> tcb.state() == TcpState.TIME_WAIT);
    }

    double height() {
        int lines = (entries.size() + COLUMNS - 1) / COLUMNS;
        return lines * LINE;
    }

    /** Draws it from {@code top} on. */
    void draw(double top) {
        double column = (Columns.WIDTH - 2 * Columns.BRACKET) / COLUMNS;
        for (int i = 0; i < entries.size(); i++) {
            double x = Columns.BRACKET + i % COLUMNS * column;
            int line = i / COLUMNS;
            double y = top + (line + 0.5) * LINE;
            entries.get(i).sign().accept(x, y);
            svg.text("key", x + SIGN, y + 4, entries.get(i).words());
        }
    }
}
