package dev.lastack.checker.search;

import dev.lastack.checker.Limits;
import dev.lastack.checker.Progress;
import dev.lastack.checker.store.Memory;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Whether, and why, a search must end early. The first reason counts. */
final class Halt {

    private final Limits limits;
    private final Progress progress;
    private final Supplier<Progress.Report> report;
    private final long start = System.nanoTime();
    private final AtomicReference<@Nullable String> why = new AtomicReference<>();

    Halt(Limits limits, Progress progress, Supplier<Progress.Report> report) {
        this.limits = limits;
        this.progress = progress;
        this.report = report;
    }

    void request(String reason) {
        why.compareAndSet(null, reason);
    }

    /** Ends the search because of {@code failure}; returns whether that is a limit and no error. */
    boolean requestedBy(@Nullable Throwable failure) {
        if (failure instanceof Memory.Exhausted exhausted) {
            request(exhausted.why());
            return true;
        }
        request(failure instanceof OutOfMemoryError ? "the heap is exhausted" : "a worker failed");
        return failure instanceof OutOfMemoryError;
    }

    boolean requested() {
        return why.get() != null;
    }

    Optional<String> why() {
        return Optional.ofNullable(why.get());
    }

    double seconds() {
        return (System.nanoTime() - start) / 1e9;
    }

    /** Tells the progress and looks at the clock. */
    void refresh() {
        if (seconds() >= limits.timeout().toNanos() / 1e9) {
            request("the time limit of " + limits.timeout().toSeconds() + " s was reached");
        }
        if (!progress.report(report.get())) {
            request("the search was cancelled");
        }
    }
}
