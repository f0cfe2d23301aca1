package dev.lastack.cli.sweep;

import dev.lastack.cli.terminal.Invocation;
import dev.lastack.cli.terminal.ShellWord;
import dev.lastack.properties.analysis.Cell;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The command that checks one cell of a sweep alone and writes its runs as trace files.
 *
 * @param scenario as the sweep was given it
 * @param settings of every cell
 * @param claims as the sweep was given them; empty for the safety claims
 */
record CellCommand(String scenario, Map<String, String> settings, List<String> claims) {

    /** For a shell. */
    String of(Cell cell) {
        Map<String, String> knobs = new LinkedHashMap<>(settings);
        knobs.putAll(cell.settings());
        StringBuilder command = new StringBuilder(Invocation.name() + " verify ").append(ShellWord.of(scenario));
        knobs.forEach((knob, value) -> command.append(" --set ").append(ShellWord.of(knob + "=" + value)));
        String asked = claims.isEmpty() ? "safety" : String.join(",", claims);
        return command.append(" --claim ").append(ShellWord.of(asked)).toString();
    }
}
