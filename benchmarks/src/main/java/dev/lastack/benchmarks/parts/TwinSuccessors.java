package dev.lastack.benchmarks.parts;

import dev.lastack.benchmarks.twin.TcpTwin;
import dev.lastack.benchmarks.twin.TwinConstants;
import dev.lastack.checker.Expander;
import dev.lastack.checker.StepSink;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Generates all successors of all 210,403 states of the twin 4 2 2 2 1; {@code steps} counts them. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class TwinSuccessors {

    private final Expander expander = new TcpTwin(TwinConstants.parse("4 2 2 2 1")).expander();
    private long[] states = {};

    /** Steps generated, reported as a rate. */
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    @State(Scope.Thread)
    public static class Steps implements StepSink {

        public long steps;
        private long sum;

        @Setup(Level.Iteration)
        public void reset() {
            steps = 0;
        }

        @Override
        public void step(int action, long observations, long[] words, int offset) {
            steps++;
            sum += words[offset];
        }

        @Override
        public void cut(int bound) {
            throw new AssertionError("the twin cuts no step");
        }
    }

    @Setup
    public void explore() {
        Set<Long> seen = new LinkedHashSet<>();
        long[][] queue = {new long[1 << 18]};
        int[] tail = {0};
        StepSink store = new StepSink() {
            @Override
            public void step(int action, long observations, long[] words, int offset) {
                if (seen.add(words[offset])) {
                    queue[0][tail[0]++] = words[offset];
                }
            }

            @Override
            public void cut(int bound) {}
        };
        expander.initial(store);
        for (int head = 0; head < tail[0]; head++) {
            expander.successors(queue[0], head, store);
        }
        states = Arrays.copyOf(queue[0], tail[0]);
    }

    @Benchmark
    public long successors(Steps sink) {
        for (int i = 0; i < states.length; i++) {
            expander.successors(states, i, sink);
        }
        return sink.sum;
    }
}
