package dev.lastack.checker.liveness;

import dev.lastack.checker.liveness.ltl.Automaton;
import dev.lastack.checker.liveness.ltl.Automaton.Transition;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/** Whether an automaton accepts a lasso, by the closure of a reachability relation: no strongly connected components. */
public final class AutomatonOracle {

    private record Edge(int source, int target, long accepts) {}

    private AutomatonOracle() {}

    public static boolean accepts(Automaton automaton, List<Set<String>> letters, int loopStart) {
        int width = automaton.locations();
        int nodes = letters.size() * width;
        List<Edge> edges = new ArrayList<>();
        BitSet[] reached = new BitSet[nodes];
        for (int node = 0; node < nodes; node++) {
            reached[node] = new BitSet();
            int position = node / width;
            int next = position + 1 < letters.size() ? position + 1 : loopStart;
            for (Transition transition : automaton.outgoing().get(node % width)) {
                if (transition.reads(letter(automaton, letters.get(position)))) {
                    edges.add(new Edge(node, next * width + transition.target(), transition.accepts()));
                    reached[node].set(next * width + transition.target());
                }
            }
        }
        close(reached);
        return edges.stream()
                .filter(edge -> edge.source() == 0 || reached[0].get(edge.source()))
                .anyMatch(edge -> reached[edge.target()].get(edge.source())
                        && acceptedAround(edge.source(), edges, reached) == automaton.allAccepted());
    }

    private static void close(BitSet[] reached) {
        for (int via = 0; via < reached.length; via++) {
            for (BitSet each : reached) {
                if (each.get(via)) {
                    each.or(reached[via]);
                }
            }
        }
    }

    private static long acceptedAround(int node, List<Edge> edges, BitSet[] reached) {
        long accepts = 0;
        for (Edge edge : edges) {
            boolean leadsThere = edge.source() == node || reached[node].get(edge.source());
            boolean comesBack = edge.target() == node || reached[edge.target()].get(node);
            if (leadsThere && comesBack) {
                accepts |= edge.accepts();
            }
        }
        return accepts;
    }

    private static long letter(Automaton automaton, Set<String> trueAtoms) {
        long letter = 0;
        for (int atom = 0; atom < automaton.atoms().size(); atom++) {
            if (trueAtoms.contains(automaton.atoms().get(atom))) {
                letter |= 1L << atom;
            }
        }
        return letter;
    }
}
