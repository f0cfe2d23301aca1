package dev.lastack.counterexamples.render;

import dev.lastack.counterexamples.Renderer;
import dev.lastack.counterexamples.render.html.HtmlPage;
import dev.lastack.counterexamples.render.junit.JUnitTest;
import dev.lastack.counterexamples.render.ladder.Ladder;
import dev.lastack.counterexamples.render.pcapng.PcapngCapture;
import dev.lastack.counterexamples.render.svg.SvgLadder;
import dev.lastack.counterexamples.render.text.Mermaid;
import dev.lastack.counterexamples.render.text.PlantUml;
import java.util.List;
import java.util.Optional;

/** Every form that a counterexample can be shown in. */
public final class Renderers {

    private static final List<Renderer> ALL = List.of(
            new Ladder(false),
            new SvgLadder(),
            new HtmlPage(),
            new Mermaid(),
            new PlantUml(),
            new PcapngCapture(),
            new JUnitTest());

    private Renderers() {}

    /** All of them, the text ladder first. */
    public static List<Renderer> all() {
        return ALL;
    }

    /** Their names, in the same order. */
    public static List<String> names() {
        return ALL.stream().map(Renderer::name).toList();
    }

    /** The form of that name. */
    public static Optional<Renderer> named(String name) {
        return ALL.stream().filter(renderer -> renderer.name().equals(name)).findFirst();
    }
}
