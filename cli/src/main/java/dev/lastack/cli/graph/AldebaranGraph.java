package dev.lastack.cli.graph;

import dev.lastack.checker.lts.Lts;
import java.io.PrintWriter;

/**
 * The Aldebaran form, as the manual page {@code aut} of CADP and the wiki of mCRL2 define it: a line {@code des (initial,
 * transitions, states)}, then a line {@code (from, "label", to)} for each transition; 7-bit ASCII.
 */
final class AldebaranGraph implements GraphWriter {

    @Override
    public void write(String name, Lts graph, PrintWriter lines) {
        lines.print("des (0, " + graph.transitions() + ", " + graph.states() + ")\n");
        graph.forEachTransition(
                (from, label, to) -> lines.print("(" + from + ", \"" + quotable(label) + "\", " + to + ")\n"));
    }

    /** A label has no way to escape a quote, and no character beyond ASCII. */
    private static String quotable(String label) {
        return label.replace('"', '\'').replaceAll("[^ -~]", "?");
    }
}
