package dev.lastack.checker.liveness;

import dev.lastack.checker.liveness.property.Fairness;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;

/**
 * Decides leads-to on a small graph by trying every set of edges as the set that a run takes infinitely often. A set
 * is one exactly if it is strongly connected; fairness is then a matter of what its edges request and serve.
 */
final class BruteForce {

    private record Edge(int source, int target, long requests, long serves) {}

    private final MarkedGraph graph;
    private final List<Edge> edges = new ArrayList<>();
    private final Set<Integer> reachable;

    BruteForce(MarkedGraph graph) {
        this.graph = graph;
        for (MarkedGraph.Edge each : graph.edges()) {
            edges.add(new Edge(
                    each.source(), each.target(), each.requests() | graph.enabled(each.source()), each.serves()));
        }
        reachable = closure(graph.initial(), state -> true);
        for (int state : reachable) {
            edges.add(new Edge(state, state, graph.enabled(state), 0));
        }
    }

    /** Whether some fair run comes to a state in p and stays outside q from there on. */
    boolean breaksLeadsTo(IntPredicate p, IntPredicate q, Set<String> assumptions) {
        Set<Integer> starts = new TreeSet<>();
        reachable.stream().filter(state -> p.test(state) && !q.test(state)).forEach(starts::add);
        Set<Integer> pending = closure(starts, state -> !q.test(state));
        return someFairCycleWithin(pending, assumptions);
    }

    /** Whether a fair run leads on from every reachable state. */
    boolean isMachineClosed(Set<String> assumptions) {
        return reachable.stream()
                .allMatch(state -> someFairCycleWithin(closure(Set.of(state), each -> true), assumptions));
    }

    private Set<Integer> closure(Set<Integer> from, IntPredicate allowed) {
        Set<Integer> closed = new TreeSet<>(from);
        boolean grown = true;
        while (grown) {
            grown = false;
            for (MarkedGraph.Edge edge : graph.edges()) {
                if (closed.contains(edge.source()) && allowed.test(edge.target())) {
                    grown |= closed.add(edge.target());
                }
            }
        }
        return closed;
    }

    private boolean someFairCycleWithin(Set<Integer> states, Set<String> assumptions) {
        List<Edge> inside = edges.stream()
                .filter(edge -> states.contains(edge.source()) && states.contains(edge.target()))
                .toList();
        for (int subset = 1; subset < 1 << inside.size(); subset++) {
            List<Edge> taken = new ArrayList<>();
            for (int i = 0; i < inside.size(); i++) {
                if ((subset >> i & 1) != 0) {
                    taken.add(inside.get(i));
                }
            }
            if (isFair(taken, assumptions) && isStronglyConnected(taken)) {
                return true;
            }
        }
        return false;
    }

    private boolean isFair(List<Edge> taken, Set<String> assumptions) {
        for (String assumption : assumptions) {
            int condition = Integer.parseInt(assumption.substring(1));
            boolean served = taken.stream().anyMatch(edge -> (edge.serves() >> condition & 1) != 0);
            boolean owed = graph.strength(condition) == Fairness.Strength.STRONG
                    ? taken.stream().anyMatch(edge -> (edge.requests() >> condition & 1) != 0)
                    : taken.stream().allMatch(edge -> (edge.requests() >> condition & 1) != 0);
            if (owed && !served) {
                return false;
            }
        }
        return true;
    }

    private static boolean isStronglyConnected(List<Edge> taken) {
        int first = taken.get(0).source();
        return reach(taken, first, false).containsAll(touched(taken))
                && reach(taken, first, true).containsAll(touched(taken));
    }

    private static Set<Integer> touched(List<Edge> taken) {
        Set<Integer> states = new TreeSet<>();
        taken.forEach(edge -> {
            states.add(edge.source());
            states.add(edge.target());
        });
        return states;
    }

    private static Set<Integer> reach(List<Edge> taken, int from, boolean backwards) {
        Set<Integer> reached = new TreeSet<>(Set.of(from));
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Edge edge : taken) {
                int source = backwards ? edge.target() : edge.source();
                int target = backwards ? edge.source() : edge.target();
                if (reached.contains(source)) {
                    grown |= reached.add(target);
                }
            }
        }
        return reached;
    }
}
