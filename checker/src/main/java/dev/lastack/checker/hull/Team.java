package dev.lastack.checker.hull;

import dev.lastack.checker.search.StopCondition;
import dev.lastack.checker.search.WorkerPool;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/** The workers of one search, who share the items of a list among them. */
final class Team {

    /** So many items are taken at once. */
    private static final int SHARE = 16;

    private final WorkerPool crew;
    private final StopCondition halt;

    Team(WorkerPool crew, StopCondition halt) {
        this.crew = crew;
        this.halt = halt;
    }

    int workers() {
        return crew.workers();
    }

    StopCondition halt() {
        return halt;
    }

    /** Hands each item to one worker, unless the search halts; {@code worker} gives what worker number n does with an item. */
    <T> void forEach(List<T> items, IntFunction<Consumer<T>> worker) {
        int hands = Math.max(1, Math.min(crew.workers(), items.size() / SHARE));
        AtomicInteger next = new AtomicInteger();
        crew.work(
                hands,
                hand -> {
                    Consumer<T> task = worker.apply(hand);
                    int from = next.getAndAdd(SHARE);
                    while (from < items.size() && !halt.requested()) {
                        items.subList(from, Math.min(items.size(), from + SHARE))
                                .forEach(task);
                        from = next.getAndAdd(SHARE);
                    }
                },
                halt);
        halt.refresh();
    }
}
