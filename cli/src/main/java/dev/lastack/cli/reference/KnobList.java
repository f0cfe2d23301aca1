package dev.lastack.cli.reference;

import dev.lastack.scenario.knobs.Knob;
import java.util.List;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.TextTable;

/** The knob table for a terminal. */
final class KnobList {

    private KnobList() {}

    static String text(List<Knob<?>> knobs) {
        StringBuilder text = new StringBuilder();
        Knob.Scope scope = null;
        for (Knob<?> knob : knobs) {
            if (knob.scope() != scope) {
                scope = knob.scope();
                text.append(scope == Knob.Scope.ENDPOINT ? "" : "\n")
                        .append(heading(scope))
                        .append("\n\n");
            }
            text.append(knob.name()).append("  (").append(knob.defaultText()).append(")\n");
            text.append(indented(knob.sentence()));
            text.append(indented("Values: " + knob.type().range()));
        }
        return text.toString();
    }

    static String heading(Knob.Scope scope) {
        return switch (scope) {
            case ENDPOINT -> "Knobs of each endpoint; A.name or B.name sets only one endpoint (default in parentheses)";
            case ENVIRONMENT -> "Knobs of the environment, and bounds (default in parentheses)";
        };
    }

    private static String indented(String paragraph) {
        TextTable table =
                TextTable.forColumns(Help.defaultColorScheme(Ansi.OFF), new Column(100, 4, Column.Overflow.WRAP));
        table.addRowValues(paragraph);
        return table.toString();
    }
}
