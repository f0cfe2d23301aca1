package dev.lastack.checker.liveness;

import dev.lastack.checker.Expander;
import dev.lastack.checker.Exploration;
import dev.lastack.checker.Limits;
import dev.lastack.checker.Progress;
import dev.lastack.checker.TinySystem;
import dev.lastack.checker.liveness.property.Fairness;
import dev.lastack.checker.liveness.property.LivenessProperty;
import dev.lastack.checker.liveness.property.LivenessResult;
import dev.lastack.checker.search.Explorer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;

/** A small graph for tests, written down edge by edge, with fairness conditions marked on edges and states. */
public final class MarkedGraph implements Fairness {

    /** One edge; {@code requests} and {@code serves} are conditions as bits. */
    public record Edge(int source, int target, long requests, long serves) {}

    private final List<Edge> edges = new ArrayList<>();
    private final Set<Integer> initial = new TreeSet<>();
    private final long[] enabled = new long[64];
    private final Strength[] strengths = new Strength[64];

    public MarkedGraph startingIn(int... states) {
        for (int state : states) {
            initial.add(state);
        }
        return this;
    }

    public MarkedGraph edge(int source, int target) {
        return edge(source, target, 0, 0);
    }

    public MarkedGraph edge(int source, int target, long requests, long serves) {
        edges.add(new Edge(source, target, requests, serves));
        return this;
    }

    MarkedGraph path(int... states) {
        for (int i = 0; i + 1 < states.length; i++) {
            edge(states[i], states[i + 1]);
        }
        return this;
    }

    public MarkedGraph enabledIn(int state, long conditions) {
        enabled[state] |= conditions;
        return this;
    }

    public MarkedGraph weak(int... conditions) {
        for (int condition : conditions) {
            strengths[condition] = Strength.WEAK;
        }
        return this;
    }

    MarkedGraph strong(int... conditions) {
        for (int condition : conditions) {
            strengths[condition] = Strength.STRONG;
        }
        return this;
    }

    public List<Edge> edges() {
        return edges;
    }

    public Set<Integer> initial() {
        return initial;
    }

    long enabled(int state) {
        return enabled[state];
    }

    /** All conditions' assumptions. */
    Set<String> allAssumptions() {
        Set<String> names = new TreeSet<>();
        for (int condition = 0; condition < strengths.length; condition++) {
            if (strengths[condition] != null) {
                names.add(assumption(condition));
            }
        }
        return names;
    }

    public TinySystem system() {
        return TinySystem.of(
                (state, sink) -> {
                    for (int action = 0; action < edges.size(); action++) {
                        Edge edge = edges.get(action);
                        if (edge.source() == state[0]) {
                            sink.step(action, 0, new long[] {edge.target()}, 0);
                        }
                    }
                },
                initial.stream().mapToLong(Integer::longValue).toArray());
    }

    LivenessResult check(LivenessProperty property) {
        Limits limits = Limits.none().withWorkers(1);
        Exploration exploration = new Explorer(system(), List.of(), limits, Progress.NONE).run();
        Map<String, LivenessResult> results =
                new LivenessSearch(system(), this, limits, Progress.NONE).run(exploration, List.of(property));
        return Objects.requireNonNull(results.get(property.name()));
    }

    @Override
    public Observer observer(Expander expander, Marks marks) {
        return new Observer() {
            @Override
            public void state(long[] states, int offset) {
                forEachBit(enabled[(int) states[offset]], marks::enabled);
            }

            @Override
            public void step(int action, long observations, long[] target, int offset) {
                forEachBit(edges.get(action).requests(), marks::requested);
                forEachBit(edges.get(action).serves(), marks::served);
            }
        };
    }

    private static void forEachBit(long bits, LongConsumer visitor) {
        for (long rest = bits; rest != 0; rest &= rest - 1) {
            visitor.accept(Long.numberOfTrailingZeros(rest));
        }
    }

    @Override
    public Strength strength(long condition) {
        return strengths[(int) condition];
    }

    @Override
    public String assumption(long condition) {
        return "c" + condition;
    }

    /** As far as the marks go; a condition that a state enables may have no step that serves it there. */
    @Override
    public boolean isServedWhereverEnabled(String assumption) {
        long bit = 1L << Integer.parseInt(assumption.substring(1));
        return edges.stream().noneMatch(edge -> (edge.requests() & bit) != 0)
                && IntStream.range(0, enabled.length)
                        .noneMatch(state -> (enabled[state] & bit) != 0
                                && edges.stream()
                                        .noneMatch(edge -> edge.source() == state && (edge.serves() & bit) != 0));
    }

    @Override
    public boolean mustBeRequested(String assumption) {
        return true;
    }

    @Override
    public String breach(long condition) {
        return "condition " + condition;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("from " + initial);
        edges.forEach(edge -> text.append(", ").append(edge));
        for (int state = 0; state < enabled.length; state++) {
            if (enabled[state] != 0) {
                text.append(", in ").append(state).append(" enabled ").append(Long.toBinaryString(enabled[state]));
            }
        }
        for (int condition = 0; condition < strengths.length; condition++) {
            if (strengths[condition] != null) {
                text.append(", ").append(condition).append(' ').append(strengths[condition]);
            }
        }
        return text.toString();
    }
}
