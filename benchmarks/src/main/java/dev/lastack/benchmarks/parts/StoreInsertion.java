package dev.lastack.benchmarks.parts;

import dev.lastack.checker.store.MemoryStore;
import dev.lastack.checker.store.StateStore;
import dev.lastack.checker.store.level.Memory;
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

/** Fills an empty store with the states of a {@link Sample}; {@code states} is the rate of insertions. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class StoreInsertion {

    @Param({"twin", "model"})
    public String system = "twin";

    private Sample sample = Sample.NONE;

    /** States put in, reported as a rate. */
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    @State(Scope.Thread)
    public static class Rate {

        public long states;

        @Setup(Level.Iteration)
        public void reset() {
            states = 0;
        }
    }

    @Setup
    public void explore() {
        sample = Sample.of(system);
    }

    @Benchmark
    public long insert(Rate rate) {
        StateStore store = new MemoryStore(sample.system(), new Memory(Long.MAX_VALUE));
        StateStore.Intake intake = store.intake((states, offset) -> {});
        int words = sample.system().words();
        for (int offset = 0; offset < sample.states().length; offset += words) {
            intake.add(sample.states(), offset);
        }
        intake.flush();
        rate.states += sample.size();
        return store.size();
    }
}
