package dev.lastack.checker.partition;

import dev.lastack.checker.partition.part.PartFile;
import dev.lastack.checker.search.PropertyMonitor;
import dev.lastack.checker.search.Worker;
import dev.lastack.checker.store.level.Level;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * The task that takes the steps of one partition's states. It proceeds as its shipments are taken: candidates for all
 * partitions, and at the end its tally, for its own.
 */
public final class Expansion implements Iterator<Shipment>, AutoCloseable {

    private final LevelStep step;
    private final int partition;
    private final Problem problem;
    private final Queue<Shipment> ready = new ArrayDeque<>();
    private final Router router;
    private final Worker worker;
    private final @Nullable PartFile file;
    private final Level.Reader reader;
    private final int blocks;
    private int next;
    private boolean isDone;

    public Expansion(LevelStep step, int partition) {
        this.step = step;
        this.partition = partition;
        this.problem = step.problem();
        int words = problem.words();
        this.router = new Router(words, step.ownership(), step.memory(), ready::add);
        this.worker = new Worker(
                problem.system(), new PropertyMonitor(words, problem.properties(), step.known(problem)), router);
        this.file = open();
        Level level = file == null ? new Level(words, List.of()) : file.level(step.level());
        this.reader = level.reader();
        this.blocks = level.blocks();
    }

    private @Nullable PartFile open() {
        return step.seen().get(partition).stream()
                .filter(part -> part.covers(step.level()))
                .findFirst()
                .map(part -> new PartFile(step.storage(), part, problem.words()))
                .orElse(null);
    }

    @Override
    public boolean hasNext() {
        while (ready.isEmpty() && !isDone) {
            advance();
        }
        return !ready.isEmpty();
    }

    private void advance() {
        if (next == 0) {
            worker.open();
        }
        if (next < blocks) {
            worker.expand(reader, next++);
            return;
        }
        if (step.level() == LevelStep.INITIAL && partition == 0) {
            worker.begin();
        }
        worker.flush();
        byte[] tally = ExpansionTally.of(partition, worker, router)
                .write(problem.properties().size());
        ready.add(new Shipment(partition, Contents.of(tally)));
        isDone = true;
        close();
    }

    @Override
    public Shipment next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return ready.remove();
    }

    @Override
    public void close() {
        if (file != null) {
            file.close();
        }
    }
}
