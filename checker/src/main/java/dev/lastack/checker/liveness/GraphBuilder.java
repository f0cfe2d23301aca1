package dev.lastack.checker.liveness;

import dev.lastack.checker.StatePredicate;
import dev.lastack.checker.StateSpace;
import dev.lastack.checker.StepSink;
import dev.lastack.checker.TransitionSystem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Expands every explored state once more and keeps its steps as edges, its predicates as bits. The result does not
 * depend on the number of threads, the numbers of labels apart.
 */
final class GraphBuilder {

    /** A graph and what holds in its states. */
    record Built(StateGraph graph, Valuation valuation) {}

    private static final int MILLISECONDS_PER_LOOK = 100;
    private static final int MAX_STATES = 1 << 29;

    private final TransitionSystem system;
    private final StateSpace space;
    private final Fairness fairness;
    private final List<StatePredicate> predicates;
    private final Watch watch;
    private final StateGraph.Block[] blocks;
    private final int[] ownerOf;
    private final Valuation valuation;
    private final AtomicInteger nextBlock = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong edges = new AtomicLong();
    private volatile boolean halted;

    GraphBuilder(
            TransitionSystem system, StateSpace space, Fairness fairness, List<StatePredicate> predicates, Watch watch)
            throws StoppedException {
        if (space.size() > MAX_STATES) {
            throw new StoppedException(
                    "liveness is searched on up to " + MAX_STATES + " states, not on " + space.size());
        }
        this.system = system;
        this.space = space;
        this.fairness = fairness;
        this.predicates = predicates;
        this.watch = watch;
        int count = (int) (space.size() + StateGraph.BLOCK - 1) >>> StateGraph.BLOCK_BITS;
        blocks = new StateGraph.Block[count];
        ownerOf = new int[count];
        valuation = new Valuation(predicates.size(), (int) space.size());
    }

    /** Builds with {@code workers} threads, within {@code maxBytes} for index and edges. */
    Built build(int workers, long maxBytes) throws StoppedException {
        long indexBytes = StateIndex.bytes(space.size(), space.words());
        if (indexBytes > maxBytes) {
            throw outOfBytes(maxBytes);
        }
        StateIndex index = new StateIndex(space);
        List<LabelRecorder> recorders = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(workers);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int worker = 0; worker < workers; worker++) {
                LabelRecorder recorder = new LabelRecorder(fairness);
                BlockEncoder encoder = new BlockEncoder(system, space, index, fairness, recorder);
                int owner = worker;
                recorders.add(recorder);
                running.add(threads.submit(() -> encodeBlocks(owner, encoder, maxBytes - indexBytes)));
            }
            for (Future<?> each : running) {
                await(each);
            }
        } finally {
            halted = true;
            threads.shutdown();
        }
        if (bytes.get() > maxBytes - indexBytes) {
            throw outOfBytes(maxBytes);
        }
        int[][] renamings = new int[workers][];
        EdgeLabels labels = LabelRecorder.merge(recorders, renamings);
        for (int block = 0; block < blocks.length; block++) {
            StateGraph.Block own = blocks[block];
            blocks[block] = new StateGraph.Block(own.offsets(), own.code(), renamings[ownerOf[block]]);
        }
        StateGraph graph = new StateGraph(blocks, (int) space.size(), edges.get(), initialStates(), labels);
        return new Built(graph, valuation);
    }

    private static StoppedException outOfBytes(long granted) {
        return new StoppedException("memory: the state graph needs more than the " + granted + " bytes that are left");
    }

    private void await(Future<?> task) throws StoppedException {
        while (true) {
            try {
                task.get(MILLISECONDS_PER_LOOK, TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException e) {
                watch.look();
            } catch (ExecutionException e) {
                throw new AssertionError("building the state graph failed: " + e.getCause(), e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StoppedException("interrupted while building the state graph");
            }
        }
    }

    private void encodeBlocks(int owner, BlockEncoder encoder, long maxBytes) {
        for (int block = nextBlock.getAndIncrement(); block < blocks.length; block = nextBlock.getAndIncrement()) {
            long from = (long) block << StateGraph.BLOCK_BITS;
            long to = Math.min(from + StateGraph.BLOCK, space.size());
            blocks[block] = encoder.encode(from, to);
            ownerOf[block] = owner;
            evaluate(from, to);
            edges.addAndGet(encoder.edges());
            long held = bytes.addAndGet(blocks[block].code().length + 4L * StateGraph.BLOCK);
            if (held > maxBytes || halted) {
                return;
            }
        }
    }

    private void evaluate(long from, long to) {
        space.forEach(from, to, (number, states, offset) -> {
            for (int atom = 0; atom < predicates.size(); atom++) {
                if (predicates.get(atom).test(states, offset)) {
                    valuation.set(atom, (int) number);
                }
            }
        });
    }

    private int[] initialStates() {
        List<Integer> numbers = new ArrayList<>();
        system.expander().initial(new StepSink() {
            @Override
            public void step(int action, long observations, long[] words, int offset) {
                numbers.add((int) space.numberOf(words, offset));
            }

            @Override
            public void cut(int bound) {}
        });
        return Arrays.stream(numbers.stream().mapToInt(Integer::intValue).toArray())
                .sorted()
                .distinct()
                .toArray();
    }
}
