package dev.lastack.checker;

import java.util.Arrays;
import java.util.List;

/** A transition system for tests, over one-word states unless told otherwise, written as a function. */
public record TinySystem(int words, List<long[]> initial, Steps steps) implements TransitionSystem {

    /** Hands the steps of a state to a sink. */
    @FunctionalInterface
    public interface Steps {
        void from(long[] state, StepSink sink);
    }

    /** A system over one-word states. */
    public static TinySystem of(Steps steps, long... initial) {
        return new TinySystem(
                1, Arrays.stream(initial).mapToObj(state -> new long[] {state}).toList(), steps);
    }

    /** The digraph whose edges are those of the paths; every path begins at an initial state. */
    public static TinySystem ofPaths(int[]... paths) {
        return of(
                (state, sink) -> {
                    int action = 0;
                    for (int[] path : paths) {
                        for (int i = 0; i + 1 < path.length; i++) {
                            if (path[i] == state[0]) {
                                sink.step(action++, 0, new long[] {path[i + 1]}, 0);
                            }
                        }
                    }
                },
                Arrays.stream(paths).mapToLong(path -> path[0]).toArray());
    }

    /** A bit that flips for ever. */
    public static TinySystem binaryClock() {
        return of((state, sink) -> sink.step(0, 0, new long[] {1 - state[0]}, 0), 0);
    }

    /** Looks for x, y below 256 with {@code a * x + b * y = c} modulo 256 by counting up one of them at a time. */
    public static TinySystem linearEquation() {
        return new TinySystem(2, List.of(new long[2]), (state, sink) -> {
            sink.step(0, 0, new long[] {state[0] + 1 & 255, state[1]}, 0);
            sink.step(1, 0, new long[] {state[0], state[1] + 1 & 255}, 0);
        });
    }

    /** Counters that each go from 0 to {@code top}, one at a time, one per word; steps show the counter as a bit. */
    public static TinySystem counters(int count, int top) {
        return new TinySystem(count, List.of(new long[count]), (state, sink) -> {
            for (int c = 0; c < count; c++) {
                if (state[c] < top) {
                    long[] target = state.clone();
                    target[c]++;
                    sink.step(c, 1L << c, target, 0);
                }
            }
        });
    }

    @Override
    public Expander expander() {
        return new Expander() {
            @Override
            public void initial(StepSink sink) {
                initial.forEach(state -> sink.step(0, 0, state, 0));
            }

            @Override
            public void successors(long[] states, int offset, StepSink sink) {
                steps.from(Arrays.copyOfRange(states, offset, offset + words), sink);
            }
        };
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

    /** The same, with a claim about how many bits of each word are significant. */
    public record Narrow(TinySystem system, int bits) implements TransitionSystem {

        @Override
        public int words() {
            return system.words();
        }

        @Override
        public int significantBits(int word) {
            return bits;
        }

        @Override
        public Expander expander() {
            return system.expander();
        }

        @Override
        public String describeAction(long[] state, int action) {
            return system.describeAction(state, action);
        }

        @Override
        public String describeState(long[] state) {
            return system.describeState(state);
        }
    }
}
