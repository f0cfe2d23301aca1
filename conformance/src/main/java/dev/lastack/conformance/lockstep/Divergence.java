package dev.lastack.conformance.lockstep;

import java.util.ArrayList;
import java.util.List;

/**
 * Where executables and model part: the run up to the first difference, and the rules that decided on either side.
 *
 * @param difference the first difference, in a sentence
 * @param rungs the run; the last of them is the step that differs
 */
public record Divergence(String scenario, String difference, List<DivergenceRow> rungs) {

    private static final int WIDTH = 62;

    public Divergence {
        rungs = List.copyOf(rungs);
    }

    /** The last step: the one that differs. */
    public DivergenceRow last() {
        return rungs.get(rungs.size() - 1);
    }

    /** Two ladders side by side, down to the first difference, with the checks that decided. */
    @Override
    public String toString() {
        List<String> lines = new ArrayList<>();
        lines.add(scenario + ": " + difference);
        lines.add(row("model", "executables"));
        int number = 0;
        for (DivergenceRow rung : rungs) {
            lines.add("--- " + ++number + ". " + rung.event());
            boolean differs = number == rungs.size();
            for (int i = 0; i < Math.max(rung.model().size(), rung.executables().size()); i++) {
                String left = i < rung.model().size() ? rung.model().get(i) : "";
                String right =
                        i < rung.executables().size() ? rung.executables().get(i) : "";
                lines.add(row(left, right) + (differs && !left.equals(right) ? "   <<<" : ""));
            }
        }
        lines.add("decided in the model: " + String.join("; ", last().modelRules()));
        lines.add("decided in the executables: " + String.join("; ", last().executableRules()));
        return String.join(System.lineSeparator(), lines);
    }

    private static String row(String left, String right) {
        return String.format("  %-" + WIDTH + "s | %s", left, right);
    }
}
