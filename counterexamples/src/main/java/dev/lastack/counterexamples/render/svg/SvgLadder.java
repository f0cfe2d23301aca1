package dev.lastack.counterexamples.render.svg;

import dev.lastack.counterexamples.Counterexample;
import dev.lastack.counterexamples.Renderer;
import dev.lastack.counterexamples.WordWrap;
import dev.lastack.counterexamples.story.Ending;
import dev.lastack.counterexamples.story.Flights;
import dev.lastack.counterexamples.story.StoryClock;
import dev.lastack.model.view.StepView.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The ladder as a picture for pages and slides; readable in dark and light and in print. */
public final class SvgLadder implements Renderer {

    private static final double HEAD = 96;
    private static final double TEXT_LINE = 20;

    /** As many letters as fit a line in the widest usual font. */
    private static final int LETTERS = 118;

    @Override
    public String name() {
        return "svg";
    }

    @Override
    public String purpose() {
        return "picture with a time axis to scale, for pages, slides and print";
    }

    @Override
    public String extension() {
        return "svg";
    }

    @Override
    public byte[] render(Counterexample counterexample) {
        return text(counterexample).getBytes(StandardCharsets.UTF_8);
    }

    /** The drawing, as one {@code svg} element whose groups carry their step as {@code data-step}. */
    public String text(Counterexample run) {
        Flights flights = Flights.of(run);
        List<String> question = WordWrap.lines(Ending.of(run).question(), "", "", LETTERS);
        double top = HEAD + (question.size() - 1) * TEXT_LINE;
        DrawingScale scale = new DrawingScale(run, top);
        List<Arrow> arrows = Arrows.of(run, flights, scale);
        Svg svg = new Svg();
        Legend legend = new Legend(run, flights, arrows, svg);
        Footer footer = Footer.of(run, flights);
        double ends = scale.bottom() + TEXT_LINE;
        double height = ends + footer.height() + legend.height() + 2 * TEXT_LINE;
        head(run, question, top, svg);
        new Lifetimes(run, flights, scale, svg).draw();
        TimeAxis axis = new TimeAxis(run, scale, svg);
        axis.draw();
        new Lifelines(run, scale, svg).draw();
        new Strokes(scale, svg).draw(arrows, axis.foldWords());
        footer.draw(ends, svg);
        legend.draw(ends + footer.height() + TEXT_LINE / 2);
        return Svg.picture(Columns.WIDTH, height, title(run), css(), svg);
    }

    private static void head(Counterexample run, List<String> question, double top, Svg svg) {
        svg.text("title", Columns.BRACKET, 30, title(run));
        double y = 52;
        for (String line : question) {
            svg.text("note", Columns.BRACKET, y, line);
            y += TEXT_LINE;
        }
        svg.text("host", Columns.LIFE_A, top - 12, "A").text("host", Columns.LIFE_B, top - 12, "B");
    }

    private static String title(Counterexample run) {
        long ticks = run.moves().stream()
                .filter(move -> move.view().kind() == Kind.TICK)
                .count();
        return "%s %s in %d %s and %s"
                .formatted(
                        run.scenario().name(),
                        Ending.of(run).deed(),
                        run.length(),
                        run.length() == 1 ? "step" : "steps",
                        StoryClock.of(run).lasting(ticks));
    }

    static String css() {
        try (InputStream in = SvgLadder.class.getResourceAsStream("ladder.css")) {
            if (in == null) {
                throw new AssertionError("ladder.css is missing from the build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
