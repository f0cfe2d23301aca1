package dev.lastack.cli.graph;

import dev.lastack.checker.lts.Lts;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The language of Graphviz. Transitions between the same two states are one arrow with several labels. */
final class DotGraph implements GraphWriter {

    private static final String LEFT_ALIGNED_BREAK = "\\l";

    @Override
    public void write(String name, Lts graph, PrintWriter lines) {
        lines.print("digraph " + quoted(name) + " {\n");
        lines.print("  node [shape=box, style=rounded, fontname=\"sans-serif\"];\n");
        lines.print("  edge [fontname=\"sans-serif\", fontsize=10];\n");
        graph.forEachState((state, description) -> lines.print(
                "  " + state + " [label=" + quoted(description) + (state == 0 ? ", penwidth=3" : "") + "];\n"));
        new Arrows(lines).of(graph);
        lines.print("}\n");
    }

    private static String quoted(String text) {
        return "\"" + escaped(text) + "\"";
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    /** Collects the transitions of one source, which come together. */
    private static final class Arrows {

        private final PrintWriter lines;
        private final Map<Integer, StringBuilder> labels = new LinkedHashMap<>();
        private int source;

        Arrows(PrintWriter lines) {
            this.lines = lines;
        }

        void of(Lts graph) {
            graph.forEachTransition(this::add);
            flush();
        }

        private void add(int from, String label, int to) {
            if (from != source) {
                flush();
                source = from;
            }
            labels.computeIfAbsent(to, each -> new StringBuilder())
                    .append(escaped(label))
                    .append(LEFT_ALIGNED_BREAK);
        }

        private void flush() {
            for (int to : List.copyOf(labels.keySet())) {
                lines.print("  " + source + " -> " + to + " [label=\"" + labels.remove(to) + "\"];\n");
            }
        }
    }
}
