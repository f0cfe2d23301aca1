package dev.lastack.cli.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the AUT format by its published grammar (manual page aut of CADP, version 2014): a line {@code des (INITIAL,
 * TRANSITIONS, STATES)}, then TRANSITIONS lines {@code (FROM, LABEL, TO)}; blanks may stand between tokens; a label is quoted, or
 * has no comma, parenthesis or blank; only 7-bit ASCII; states are below STATES.
 */
record AutParser(int initial, int states, List<Edge> edges) {

    private static final Pattern HEADER =
            Pattern.compile("\\s*des\\s*\\(\\s*(\\d+)\\s*,\\s*(\\d+)\\s*,\\s*(\\d+)\\s*\\)\\s*");
    private static final Pattern EDGE =
            Pattern.compile("\\s*\\(\\s*(\\d+)\\s*,\\s*(?:\"([^\"]*)\"|([^\\s,()\"]+))\\s*,\\s*(\\d+)\\s*\\)\\s*");

    record Edge(int from, String label, int to) {}

    static AutParser parse(String text) {
        if (!text.chars().allMatch(c -> c == '\n' || c == '\r' || (c >= ' ' && c < 127))) {
            throw new IllegalArgumentException("not 7-bit ASCII");
        }
        List<String> lines = text.lines().toList();
        Matcher header = HEADER.matcher(lines.get(0));
        if (!header.matches()) {
            throw new IllegalArgumentException("no header: " + lines.get(0));
        }
        int states = Integer.parseInt(header.group(3));
        List<Edge> edges = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            Matcher edge = EDGE.matcher(line);
            if (!edge.matches()) {
                throw new IllegalArgumentException("no transition: " + line);
            }
            String label = edge.group(2) != null ? edge.group(2) : edge.group(3);
            edges.add(new Edge(below(states, edge.group(1)), label, below(states, edge.group(4))));
        }
        if (edges.size() != Integer.parseInt(header.group(2))) {
            throw new IllegalArgumentException("another number of transitions than the header says");
        }
        return new AutParser(below(states, header.group(1)), states, edges);
    }

    private static int below(int states, String number) {
        int state = Integer.parseInt(number);
        if (state >= states) {
            throw new IllegalArgumentException("there is no state " + state);
        }
        return state;
    }
}
