package dev.lastack.benchmarks.parts;

import dev.lastack.checker.Expander;
import dev.lastack.checker.StepSink;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Generates the successors of all states of a {@link Sample}; {@code steps} is the rate of successors. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class Successors {

    @Param({"twin", "model"})
    public String system = "twin";

    private Sample sample = Sample.NONE;
    private Expander expander = sample.system().expander();

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
            sum++;
        }
    }

    @Setup
    public void explore() {
        sample = Sample.of(system);
        expander = sample.system().expander();
    }

    @Benchmark
    public long successors(Steps sink) {
        int words = sample.system().words();
        for (int offset = 0; offset < sample.states().length; offset += words) {
            expander.successors(sample.states(), offset, sink);
        }
        return sink.sum;
    }
}
