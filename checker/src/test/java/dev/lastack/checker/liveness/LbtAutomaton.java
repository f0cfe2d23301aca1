package dev.lastack.checker.liveness;

import dev.lastack.checker.liveness.ltl.Formula;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A generalised Büchi automaton as {@code lbt} writes it: "states sets", then per state "id initial accepting-sets -1", and its
 * edges "target condition", closed by -1. Conditions are formulas in prefix form over p0 (a) and p1 (b).
 */
final class LbtAutomaton {

    private record Edge(int source, int target, String condition) {}

    private final int sets;
    private final Set<Integer> initial = new TreeSet<>();
    private final TreeMap<Integer, Long> accepting = new TreeMap<>();
    private final List<Edge> edges = new ArrayList<>();

    private LbtAutomaton(int sets) {
        this.sets = sets;
    }

    /** The formula in the notation of {@code lbt}. */
    static String prefix(Formula formula) {
        return switch (formula.operator()) {
            case TRUE -> "t";
            case FALSE -> "f";
            case ATOM -> formula.atom().equals("a") ? "p0" : "p1";
            case NOT -> "! " + prefix(formula.operand(0));
            case AND -> "& " + both(formula);
            case OR -> "| " + both(formula);
            case NEXT -> "X " + prefix(formula.operand(0));
            case UNTIL -> "U " + both(formula);
            case RELEASE -> "V " + both(formula);
        };
    }

    private static String both(Formula formula) {
        return prefix(formula.operand(0)) + " " + prefix(formula.operand(1));
    }

    static LbtAutomaton read(String text) {
        Deque<String> words = new ArrayDeque<>(Arrays.asList(text.strip().split("\\s+")));
        int states = Integer.parseInt(words.remove());
        LbtAutomaton automaton = new LbtAutomaton(states == 0 ? 0 : Integer.parseInt(words.remove()));
        for (int i = 0; i < states; i++) {
            automaton.readState(words);
        }
        return automaton;
    }

    private void readState(Deque<String> words) {
        int state = Integer.parseInt(words.remove());
        if (words.remove().equals("1")) {
            initial.add(state);
        }
        long sets = 0;
        for (int set = Integer.parseInt(words.remove()); set >= 0; set = Integer.parseInt(words.remove())) {
            sets |= 1L << set;
        }
        accepting.put(state, sets);
        for (int target = Integer.parseInt(words.remove()); target >= 0; target = Integer.parseInt(words.remove())) {
            edges.add(new Edge(state, target, condition(words)));
        }
    }

    private static String condition(Deque<String> words) {
        String word = words.remove();
        return switch (word) {
            case "!" -> word + " " + condition(words);
            case "&", "|" -> word + " " + condition(words) + " " + condition(words);
            default -> word;
        };
    }

    boolean accepts(List<Set<String>> letters, int loopStart) {
        int states = accepting.isEmpty() ? 0 : accepting.lastKey() + 1;
        boolean[][] reach = new boolean[letters.size() * states][letters.size() * states];
        for (int position = 0; position < letters.size(); position++) {
            int next = position + 1 < letters.size() ? position + 1 : loopStart;
            for (Edge edge : edges) {
                if (isTrue(new ArrayDeque<>(Arrays.asList(edge.condition().split(" "))), letters.get(position))) {
                    reach[position * states + edge.source()][next * states + edge.target()] = true;
                }
            }
        }
        close(reach);
        for (int node = 0; node < reach.length; node++) {
            int candidate = node;
            boolean entered = initial.stream().anyMatch(start -> start == candidate || reach[start][candidate]);
            if (entered && reach[node][node] && acceptedAround(node, states, reach) == all()) {
                return true;
            }
        }
        return false;
    }

    private long all() {
        return sets == 0 ? 0 : -1L >>> (Long.SIZE - sets);
    }

    private long acceptedAround(int node, int states, boolean[][] reach) {
        long accepted = 0;
        for (int other = 0; other < reach.length; other++) {
            if (reach[node][other] && reach[other][node]) {
                accepted |= accepting.getOrDefault(other % states, 0L);
            }
        }
        return accepted;
    }

    private static void close(boolean[][] reach) {
        for (int via = 0; via < reach.length; via++) {
            for (boolean[] row : reach) {
                for (int to = 0; row[via] && to < row.length; to++) {
                    row[to] |= reach[via][to];
                }
            }
        }
    }

    private static boolean isTrue(Deque<String> words, Set<String> letter) {
        String word = words.remove();
        return switch (word) {
            case "!" -> !isTrue(words, letter);
            case "&", "|" -> {
                boolean left = isTrue(words, letter);
                boolean right = isTrue(words, letter);
                yield word.equals("&") ? left && right : left || right;
            }
            case "t", "f" -> word.equals("t");
            case "p0", "p1" -> letter.contains(word.equals("p0") ? "a" : "b");
            default -> throw new AssertionError("a condition that lbt should not write: " + word);
        };
    }
}
