package dev.lastack.checker.partition;

import dev.lastack.checker.Expander;
import dev.lastack.checker.Property;
import dev.lastack.checker.StepSink;
import dev.lastack.checker.TransitionSystem;
import java.util.Arrays;
import java.util.List;

/**
 * A random graph in which states, steps, cuts, dead ends and counters are all drawn from {@code seed}; its states are
 * {@code words} words, some of which many states share.
 */
public record RandomSystem(long seed, int nodes, int degree, int words) implements TransitionSystem {

    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    private static final long GATHER = 0xF1DE83E19937733DL;

    /** The recipe of such a system and of some properties. */
    public record Of(long seed, int nodes, int degree, int words) implements Recipe {

        @Override
        public Problem build() {
            RandomSystem system = new RandomSystem(seed, nodes, degree, words);
            long rare = system.draw(nodes / 3, 99) % nodes;
            return new Problem(
                    system,
                    List.of(
                            new Property.Invariant(
                                    "not-rare",
                                    (s, o) -> system.node(s, o) % 2 == 0,
                                    (s, o) -> system.node(s, o) != rare),
                            new Property.StepInvariant("steps", 1L << 3, 1L << 17 | 1L << 5),
                            new Property.StepInvariant("never", 0, 0),
                            new Property.Reachable("last", (s, o) -> system.node(s, o) == nodes - 1),
                            new Property.DeadlockFree("free", (s, o) -> system.node(s, o) % 5 == 0)));
        }
    }

    private long draw(long node, int what) {
        long mixed = (seed + node * 31 + what + 1) * SPREAD;
        return (mixed ^ mixed >>> 29) >>> 1;
    }

    private long[] state(long node) {
        long[] state = new long[words];
        for (int word = 0; word + 1 < words; word++) {
            state[word] = (node >>> word) & 7;
        }
        state[words - 1] = node * SPREAD;
        return state;
    }

    private long node(long[] states, int offset) {
        return states[offset + words - 1] * GATHER;
    }

    @Override
    public Expander expander() {
        return new Expander() {
            private final long[] counters = new long[2];

            @Override
            public void initial(StepSink sink) {
                sink.step(0, 0, state(0), 0);
                sink.step(0, 0, state(nodes / 2), 0);
            }

            @Override
            public void successors(long[] states, int offset, StepSink sink) {
                long node = node(states, offset);
                counters[0]++;
                for (int action = 0; action < degree; action++) {
                    long drawn = draw(node, action);
                    if (drawn % 7 == 0) {
                        sink.cut((int) (drawn >>> 8) & 1);
                    } else if (drawn % 11 != 0) {
                        counters[1] += drawn & 3;
                        // Some steps go far and some to a neighbour, so that there are many levels and much is found
                        // again.
                        long target = drawn % 17 == 0 ? (drawn >>> 5) % nodes : (node + (drawn >>> 9) % 4) % nodes;
                        sink.step(action, 1L << (drawn >>> 20) % 64, state(target), 0);
                    }
                }
            }

            @Override
            public long[] counters() {
                return counters;
            }
        };
    }

    @Override
    public List<String> counters() {
        return List.of("expanded", "drawn");
    }

    @Override
    public List<String> bounds() {
        return List.of("first", "second");
    }

    @Override
    public String describeAction(long[] state, int action) {
        return "action " + action;
    }

    @Override
    public String describeState(long[] state) {
        return Arrays.toString(state);
    }
}
