package dev.lastack.counterexamples.render;

import dev.lastack.counterexamples.RecordingRenderer;
import dev.lastack.counterexamples.render.html.RecordingPage;
import dev.lastack.counterexamples.render.ladder.RecordingLadder;
import dev.lastack.counterexamples.render.svg.RecordingSvg;
import dev.lastack.counterexamples.render.text.RecordingMermaid;
import java.util.List;
import java.util.Optional;

/** Every form that recorded segments can be shown in. */
public final class RecordingRenderers {

    private static final List<RecordingRenderer> ALL =
            List.of(new RecordingLadder(), new RecordingSvg(), new RecordingPage(), new RecordingMermaid());

    private RecordingRenderers() {}

    public static List<String> names() {
        return ALL.stream().map(RecordingRenderer::name).toList();
    }

    /** The form of that name. */
    public static Optional<RecordingRenderer> named(String name) {
        return ALL.stream().filter(form -> form.name().equals(name)).findFirst();
    }
}
