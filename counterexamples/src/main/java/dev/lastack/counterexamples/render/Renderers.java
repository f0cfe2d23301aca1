package dev.lastack.counterexamples.render;

import dev.lastack.counterexamples.Renderer;
import dev.lastack.counterexamples.render.html.HtmlPage;
import dev.lastack.counterexamples.render.junit.JUnitTest;
import dev.lastack.counterexamples.render.ladder.Ladder;
import dev.lastack.counterexamples.render.ladder.LadderForm;
import dev.lastack.counterexamples.render.pcapng.PcapngCapture;
import dev.lastack.counterexamples.render.svg.SvgLadder;
import dev.lastack.counterexamples.render.text.Mermaid;
import dev.lastack.counterexamples.render.text.PlantUml;
import dev.lastack.scenario.knobs.Host;
import java.util.List;
import java.util.Optional;

/** Every form that a counterexample can be shown in. */
public final class Renderers {

    private Renderers() {}

    /** All of them, the text ladder first; {@code coloured} is for a terminal. */
    public static List<Renderer> all(boolean coloured) {
        return all(LadderForm.usual(coloured), Optional.empty());
    }

    /** All of them, the text ladder first and in this form, and the capture at this host. */
    public static List<Renderer> all(LadderForm ladder, Optional<Host> host) {
        return List.of(
                new Ladder(ladder),
                new SvgLadder(),
                new HtmlPage(),
                new Mermaid(),
                new PlantUml(),
                new PcapngCapture(host),
                new JUnitTest());
    }

    /** Their names, in the same order. */
    public static List<String> names() {
        return all(false).stream().map(Renderer::name).toList();
    }

    /** The form of that name, without colours. */
    public static Optional<Renderer> named(String name) {
        return all(false).stream()
                .filter(renderer -> renderer.name().equals(name))
                .findFirst();
    }
}
