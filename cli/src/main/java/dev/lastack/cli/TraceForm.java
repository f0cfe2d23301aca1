package dev.lastack.cli;

import dev.lastack.counterexamples.Renderer;
import dev.lastack.counterexamples.render.html.HtmlPage;
import dev.lastack.counterexamples.render.junit.JUnitTest;
import dev.lastack.counterexamples.render.ladder.Ladder;
import dev.lastack.counterexamples.render.pcapng.PcapngCapture;
import dev.lastack.counterexamples.render.svg.SvgLadder;
import dev.lastack.counterexamples.render.text.Mermaid;
import dev.lastack.counterexamples.render.text.PlantUml;
import java.util.List;

/** The forms in which a counterexample can be shown. */
final class TraceForm {

    private TraceForm() {}

    /** Every form, the usual one first. */
    static List<Renderer> all(boolean coloured) {
        return List.of(
                new Ladder(coloured),
                new SvgLadder(),
                new HtmlPage(),
                new Mermaid(),
                new PlantUml(),
                new PcapngCapture(),
                new JUnitTest());
    }
}
