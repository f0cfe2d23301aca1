package dev.lastack.counterexamples.render.html;

import dev.lastack.counterexamples.Recording;
import dev.lastack.counterexamples.RecordingRenderer;
import dev.lastack.counterexamples.render.svg.RecordingSvg;
import dev.lastack.scenario.text.Escape;
import java.util.List;

/** One self-contained page: a list of what was found, each with its picture. */
public final class RecordingPage implements RecordingRenderer {

    private final RecordingSvg svg = new RecordingSvg();

    @Override
    public String name() {
        return "html";
    }

    @Override
    public String text(List<Recording> recordings) {
        StringBuilder contents = new StringBuilder();
        StringBuilder figures = new StringBuilder();
        for (int i = 0; i < recordings.size(); i++) {
            Recording recording = recordings.get(i);
            contents.append(
                    "<li><a href=\"#finding-%d\">%s</a></li>%n".formatted(i + 1, Escape.html(recording.title())));
            figures.append("<figure id=\"finding-%d\">%n%s</figure>%n".formatted(i + 1, svg.text(List.of(recording))));
        }
        return HtmlPage.resource("recordings.html")
                .replace("{{style}}", HtmlPage.resource("page.css"))
                .replace("{{contents}}", contents)
                .replace("{{figures}}", figures);
    }
}
