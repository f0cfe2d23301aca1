package dev.lastack.cli.options;

import dev.lastack.checker.Limits;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How far a check may go. */
public final class LimitOptions {

    @Option(
            names = "--workers",
            paramLabel = "N",
            description = "Number of threads; default: one per core. Results do not depend on it.")
    private Optional<Integer> workers = Optional.empty();

    @Option(
            names = "--max-states",
            paramLabel = "N",
            converter = Quantities.Count.class,
            description = "Stops the search of a scenario after the level that reaches N states (250000, 5M).")
    private Optional<Long> maxStates = Optional.empty();

    @Option(
            names = "--max-memory",
            paramLabel = "SIZE",
            converter = Quantities.Memory.class,
            description = "Heap size (512m, 8g); default: 70 %% of available memory. Most of it holds states.")
    private Optional<Long> maxMemory = Optional.empty();

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            converter = Quantities.Time.class,
            description = "Time limit for the whole command (90s, 5min); claims undecided by then are inconclusive.")
    private Optional<Duration> timeout = Optional.empty();

    @Option(
            names = "--lossy",
            paramLabel = "BITS",
            description = "Tells states apart by a hash of N bits (24 to 64) instead of exactly: more states fit,"
                    + " but some may be missed, so no claim is reported to hold.")
    private Optional<Integer> lossyBits = Optional.empty();

    private final long started = System.nanoTime();

    /** What is wrong with a number, if anything is. */
    public Optional<String> complaint() {
        if (workers.orElse(1) < 1) {
            return Optional.of("--workers: " + workers.orElse(1) + " is too few; at least 1");
        }
        return lossyBits
                .filter(bits -> bits < Limits.FEWEST_LOSSY_BITS || bits > Long.SIZE)
                .map(bits ->
                        "--lossy: " + bits + " is not in the range " + Limits.FEWEST_LOSSY_BITS + ".." + Long.SIZE);
    }

    /** The wall-clock time that the whole command may take, if it is limited. */
    public Optional<Duration> timeout() {
        return timeout;
    }

    public boolean lossy() {
        return lossyBits.isPresent();
    }

    /** The limits for what begins now. */
    public Limits fromNow() {
        Limits limits = Limits.none();
        Duration spent = Duration.ofNanos(System.nanoTime() - started);
        Duration left = timeout.map(time -> time.minus(spent)).orElse(limits.timeout());
        Limits exact = limits.withWorkers(workers.orElse(limits.workers()))
                .withMaxStates(maxStates.orElse(limits.maxStates()))
                .withMaxBytes(Math.min(maxMemory.orElse(Long.MAX_VALUE), limits.maxBytes()))
                .withTimeout(left.isNegative() ? Duration.ZERO : left);
        return lossyBits.map(exact::lossy).orElse(exact);
    }
}
