package dev.lastack.counterexamples.render.svg;

import dev.lastack.counterexamples.Recording;
import dev.lastack.counterexamples.RecordingRenderer;
import dev.lastack.counterexamples.WordWrap;
import dev.lastack.scenario.knobs.Host;
import java.util.List;
import java.util.Locale;

/** Recorded segments as a picture: a row for each segment with its time; longer pauses are told between the rows. */
public final class RecordingSvg implements RecordingRenderer {

    private static final double LINE = 14;
    private static final double TEXT_LINE = 20;
    private static final double AXIS = 92;
    private static final double HEAD = 11;
    private static final int WORDS_PER_LINE = 118;
    /** The title is larger. */
    private static final int TITLE_PER_LINE = 88;
    /** A pause of as many nanoseconds is told. */
    private static final long PAUSE = 1_000_000_000L;

    @Override
    public String name() {
        return "svg";
    }

    @Override
    public String text(List<Recording> recordings) {
        Svg body = new Svg();
        double y = 0;
        for (Recording recording : recordings) {
            y = draw(recording, body, y);
        }
        String title = recordings.isEmpty() ? "no finding" : recordings.get(0).title();
        return Svg.picture(Columns.WIDTH, y + LINE, title, SvgLadder.css(), body);
    }

    /** Draws below {@code top} and returns where the drawing ends. */
    private static double draw(Recording recording, Svg svg, double top) {
        double y = words("title", WordWrap.lines(recording.title(), "", "", TITLE_PER_LINE), svg, top + 30);
        y = words("verdict", WordWrap.lines(recording.sentence(), "", "", WORDS_PER_LINE), svg, y);
        y = words("note", List.of(recording.citation()), svg, y) + TEXT_LINE / 2;
        svg.text("host", Columns.LIFE_A, y, "A").text("host", Columns.LIFE_B, y, "B");
        double first = y + TEXT_LINE / 2;
        y = first;
        Svg rows = new Svg();
        for (int i = 0; i < recording.rows().size(); i++) {
            y = row(recording, i, rows, y);
        }
        for (Host host : Host.values()) {
            svg.line("life", Columns.life(host), first, Columns.life(host), y);
        }
        svg.line("axis", AXIS, first, AXIS, y);
        svg.add(rows);
        return y + TEXT_LINE;
    }

    private static double words(String css, List<String> lines, Svg svg, double top) {
        double y = top;
        for (String line : lines) {
            svg.text(css, Columns.BRACKET, y, line);
            y += TEXT_LINE;
        }
        return y;
    }

    private static double row(Recording recording, int index, Svg svg, double top) {
        Recording.Row row = recording.rows().get(index);
        double y = top + pause(recording, index, svg, top) + DrawingScale.ROW / 2;
        svg.text("time", AXIS - 9, y + 4, row.time());
        svg.line("tick", AXIS - 5, y, AXIS, y);
        String css = Columns.colour(row.incarnation());
        svg.open("flight " + css + (row.completes() ? " bad" : ""), index + 1);
        double from = Columns.life(row.from());
        double to = Columns.life(row.from().peer());
        double back = row.from() == Host.A ? -HEAD : HEAD;
        svg.line("shaft", from, y, to, y);
        svg.polygon("head", to, y, to + back, y - HEAD / 2, to + back, y + HEAD / 2);
        svg.text("label", (from + to) / 2, y - 5, row.label());
        if (row.completes()) {
            svg.circle("ring", to, y, 13);
        }
        svg.close();
        double below = y;
        for (Host host : Host.values()) {
            double line = y + 4;
            for (String state : recording.change(index, host)) {
                svg.text("state " + Columns.side(host) + " " + css, Columns.beside(host), line, state);
                below = Math.max(below, line);
                line += LINE;
            }
        }
        return Math.max(y + DrawingScale.ROW / 2, below + LINE / 2);
    }

    /** The height that a pause before row {@code index} takes. */
    private static double pause(Recording recording, int index, Svg svg, double y) {
        long gap = index == 0
                ? 0
                : recording.rows().get(index).nanos()
                        - recording.rows().get(index - 1).nanos();
        if (gap < PAUSE) {
            return 0;
        }
        String words = String.format(Locale.ROOT, "%.3f s later", gap / 1e9);
        svg.text("fold", (Columns.LIFE_A + Columns.LIFE_B) / 2, y + LINE, words);
        return LINE;
    }
}
