package dev.lastack.spark;

import dev.lastack.checker.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.apache.spark.api.java.JavaFutureAction;

/** Waits for Spark. */
final class Awaiting {

    private static final long WATCH_MILLIS = 100;
    private static final long LONGEST_CANCEL_SECONDS = 10;

    private Awaiting() {}

    /** The result of {@code job}; empty, and the job is cancelled, once {@code halted} or when this thread is interrupted. */
    static <T> Optional<T> result(JavaFutureAction<T> job, BooleanSupplier halted) {
        while (!halted.getAsBoolean()) {
            try {
                return Optional.of(job.get(WATCH_MILLIS, TimeUnit.MILLISECONDS));
            } catch (TimeoutException e) {
                // Asks again.
            } catch (InterruptedException e) {
                cancel(job);
                Thread.currentThread().interrupt();
                return Optional.empty();
            } catch (ExecutionException e) {
                if (halted.getAsBoolean()) {
                    break;
                }
                throw failure(e);
            }
        }
        cancel(job);
        return Optional.empty();
    }

    /** Cancels a job and waits until it is over, because a job that is still being submitted reads what its caller destroys. */
    private static void cancel(JavaFutureAction<?> job) {
        job.cancel(true);
        try {
            job.get(LONGEST_CANCEL_SECONDS, TimeUnit.SECONDS);
        } catch (CancellationException | ExecutionException | TimeoutException e) {
            // Over, or as good as over.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What a task threw, if that is why Spark gave up; else what Spark says, which ends the search but loses nothing. */
    static RuntimeException failure(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Workspace.Unusable || cause instanceof UncheckedIOException) {
                return (RuntimeException) cause;
            }
            if (cause instanceof AssertionError defect) {
                throw defect;
            }
        }
        Throwable said = thrown instanceof ExecutionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        String first = String.valueOf(said.getMessage()).lines().findFirst().orElse("");
        String why = "Apache Spark gave up: " + first;
        return new UncheckedIOException(why, new IOException(why, thrown));
    }
}
