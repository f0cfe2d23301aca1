package dev.lastack.checker.search;

import dev.lastack.checker.Limits;
import dev.lastack.checker.Progress;
import dev.lastack.checker.store.level.Memory;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Whether, and why, a search must end early. The first reason counts. */
public final class StopCondition {

    private final Limits limits;
    private final Progress progress;
    private final Supplier<Progress.Report> report;
    private final long start;
    private final AtomicReference<@Nullable String> why = new AtomicReference<>();
    private boolean isMemoryExhausted;

    /** For a search that began when {@link System#nanoTime()} was {@code start}. */
    public StopCondition(Limits limits, Progress progress, long start, Supplier<Progress.Report> report) {
        this.start = start;
        this.limits = limits;
        this.progress = progress;
        this.report = report;
    }

    public void request(String reason) {
        why.compareAndSet(null, reason);
    }

    /** Ends the search because of {@code failure}; returns whether that is a limit and no error. */
    public boolean requestedBy(@Nullable Throwable failure) {
        isMemoryExhausted |= failure instanceof Memory.Exhausted || failure instanceof OutOfMemoryError;
        if (failure instanceof Memory.Exhausted exhausted) {
            request(exhausted.why());
            return true;
        }
        if (failure instanceof UncheckedIOException unwritten) {
            request(Objects.requireNonNullElse(unwritten.getMessage(), "the disk failed"));
            return true;
        }
        request(failure instanceof OutOfMemoryError ? "the heap is exhausted" : "a worker failed");
        return failure instanceof OutOfMemoryError;
    }

    /** Whether memory ran out. Asked and told by the calling thread only. */
    boolean isMemoryExhausted() {
        return isMemoryExhausted;
    }

    public boolean requested() {
        return why.get() != null;
    }

    public Optional<String> why() {
        return Optional.ofNullable(why.get());
    }

    public double seconds() {
        return (System.nanoTime() - start) / 1e9;
    }

    /** Tells the progress and looks at the clock. */
    public void refresh() {
        if (seconds() >= limits.timeout().toNanos() / 1e9) {
            request("the time limit was reached");
        }
        if (!progress.report(report.get())) {
            request("the search was cancelled");
        }
    }
}
