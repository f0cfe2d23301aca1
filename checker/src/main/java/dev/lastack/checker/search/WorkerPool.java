package dev.lastack.checker.search;

import dev.lastack.checker.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** The threads of one exploration. They work on the same task side by side while the calling thread keeps watch. */
public final class WorkerPool implements AutoCloseable {

    private static final long WATCH_MILLIS = 100;

    private final int workers;
    private final ExecutorService threads;

    public WorkerPool(int workers) {
        this.workers = workers;
        this.threads = Executors.newFixedThreadPool(workers, task -> {
            Thread thread = new Thread(task, "lastack-worker");
            thread.setDaemon(true);
            return thread;
        });
    }

    public int workers() {
        return workers;
    }

    /**
     * Runs {@code task} with the numbers 0 to {@code hands - 1}, each on its own thread, until all have
     * returned. The task heeds {@code halt}, which is refreshed ten times a second in the meantime, and which is
     * requested when memory runs out.
     */
    public void work(int hands, IntConsumer task, StopCondition halt) {
        List<Future<?>> running = new ArrayList<>();
        for (int hand = 0; hand < Math.min(hands, workers); hand++) {
            int number = hand;
            running.add(threads.submit(() -> task.accept(number)));
        }
        Throwable failure = null;
        for (Future<?> future : running) {
            Throwable failed = await(future, halt);
            failure = failure == null ? failed : failure;
        }
        if (failure instanceof Workspace.Unusable damaged) {
            throw damaged;
        }
        if (failure != null) {
            throw failure instanceof Error error ? error : new AssertionError("a worker failed", failure);
        }
    }

    private static @Nullable Throwable await(Future<?> future, StopCondition halt) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    future.get(WATCH_MILLIS, TimeUnit.MILLISECONDS);
                    return null;
                } catch (TimeoutException e) {
                    halt.refresh();
                } catch (InterruptedException e) {
                    interrupted = true;
                    halt.request("the search was interrupted");
                }
            }
        } catch (ExecutionException e) {
            return halt.requestedBy(e.getCause()) ? null : e.getCause();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
