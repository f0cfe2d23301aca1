package dev.lastack.counterexamples.render.svg;

import dev.lastack.counterexamples.Counterexample;
import dev.lastack.counterexamples.Renderer;
import dev.lastack.counterexamples.WordWrap;
import dev.lastack.counterexamples.story.Ending;
import dev.lastack.counterexamples.story.Endless;
import dev.lastack.counterexamples.story.Flights;
import dev.lastack.counterexamples.story.StoryClock;
import dev.lastack.counterexamples.story.Violation;
import dev.lastack.model.view.StepView.Kind;
import dev.lastack.scenario.text.Escape;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The ladder as a picture for pages and slides; readable in dark and light and in print. */
public final class SvgLadder implements Renderer {

    private static final double HEAD = 96;
    private static final double TEXT_LINE = 20;
    private static final int WORDS_PER_LINE = 118;

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
        DrawingScale scale = new DrawingScale(run, HEAD);
        Svg svg = new Svg();
        List<String> footer = footer(run, flights);
        double height = scale.bottom() + 24 + footer.size() * TEXT_LINE + 16;
        svg.raw("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %s %s\" role=\"img\">"
                .formatted(Svg.n(Places.WIDTH), Svg.n(height)));
        svg.raw("<title>" + Escape.xml(title(run)) + "</title>");
        svg.raw("<style>\n" + css() + "</style>");
        svg.rect("paper", 0, 0, Places.WIDTH, height);
        head(run, svg);
        Arrows arrows = new Arrows(run, flights, scale, svg);
        arrows.drawLifetimes();
        new TimeAxis(run, scale, svg).draw();
        new Lifelines(run, scale, svg).draw();
        arrows.draw();
        double y = scale.bottom() + 24 + TEXT_LINE / 2;
        for (int i = 0; i < footer.size(); i++) {
            svg.text(i == 0 ? "verdict" : "note", Places.BRACKET, y, footer.get(i));
            y += TEXT_LINE;
        }
        return svg.raw("</svg>").toString();
    }

    private static void head(Counterexample run, Svg svg) {
        svg.text("title", Places.BRACKET, 30, title(run));
        svg.text("note", Places.BRACKET, 52, Ending.of(run).question());
        svg.text("host", Places.LIFE_A, 84, "A").text("host", Places.LIFE_B, 84, "B");
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

    private static List<String> footer(Counterexample run, Flights flights) {
        List<String> lines = new ArrayList<>(wrapped(Ending.of(run).mark() + " " + Violation.sentence(run, flights)));
        if (run.loopStart().isPresent()) {
            new Endless(run).fairness().forEach(reason -> lines.addAll(wrapped("· " + reason)));
        }
        return lines;
    }

    private static List<String> wrapped(String words) {
        return WordWrap.lines(words, "", "    ", WORDS_PER_LINE);
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
