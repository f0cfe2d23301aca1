package dev.lastack.counterexamples.render.text;

import dev.lastack.counterexamples.Recording;
import dev.lastack.counterexamples.RecordingRenderer;
import dev.lastack.scenario.knobs.Host;
import java.util.List;

/** Recorded segments as one Mermaid sequence diagram. */
public final class RecordingMermaid implements RecordingRenderer {

    @Override
    public String name() {
        return "mermaid";
    }

    @Override
    public String text(List<Recording> recordings) {
        StringBuilder out = new StringBuilder("sequenceDiagram\n");
        line(out, "participant A");
        line(out, "participant B");
        for (Recording recording : recordings) {
            line(out, "Note over A,B: " + Mermaid.safe(recording.title()));
            for (int i = 0; i < recording.rows().size(); i++) {
                row(recording, i, out);
            }
        }
        return out.toString();
    }

    private static void row(Recording recording, int index, StringBuilder out) {
        Recording.Row row = recording.rows().get(index);
        line(
                out,
                row.from() + "->>" + row.from().peer() + ": "
                        + Mermaid.safe(row.time() + " " + row.label() + (row.completes() ? " ✗" : "")));
        for (Host host : Host.values()) {
            List<String> states = recording.change(index, host);
            if (!states.isEmpty()) {
                String side = host == Host.A ? "left" : "right";
                line(out, "Note " + side + " of " + host + ": " + String.join(" or ", states));
            }
        }
        if (row.completes()) {
            line(out, "Note over A,B: ✗ " + Mermaid.safe(recording.sentence()));
        }
    }

    private static void line(StringBuilder out, String text) {
        out.append("  ").append(text).append('\n');
    }
}
