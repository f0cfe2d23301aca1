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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Expands every explored state once more and keeps its steps as edges, its predicates as bits. The result does not
 * depend on the number of threads, the numbers of labels apart.
 */
final class GraphBuilder {

    /** A graph and what holds in its states. */
    record Built(StateGraph graph, Valuation valuation) {}

    private final TransitionSystem system;
    private final StateSpace space;
    private final Fairness fairness;
    private final List<StatePredicate> predicates;
    private final StateGraph.Block[] blocks;
    private final int[] ownerOf;
    private final Valuation valuation;
    private final AtomicInteger nextBlock = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong edges = new AtomicLong();

    GraphBuilder(TransitionSystem system, StateSpace space, Fairness fairness, List<StatePredicate> predicates)
            throws StoppedException {
        if (space.size() > Integer.MAX_VALUE - StateGraph.BLOCK) {
            throw new StoppedException("liveness is searched on up to 2^31 states, not on " + space.size());
        }
        this.system = system;
        this.space = space;
        this.fairness = fairness;
        this.predicates = predicates;
        int count = (int) (space.size() + StateGraph.BLOCK - 1) >>> StateGraph.BLOCK_BITS;
        blocks = new StateGraph.Block[count];
        ownerOf = new int[count];
        valuation = new Valuation(predicates.size(), (int) space.size());
    }

    /** Builds with {@code workers} threads, within {@code maxBytes} for the edges. */
    Built build(int workers, long maxBytes) throws StoppedException {
        List<LabelRecorder> recorders = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(workers);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int worker = 0; worker < workers; worker++) {
                LabelRecorder recorder = new LabelRecorder(fairness);
                recorders.add(recorder);
                int owner = worker;
                running.add(threads.submit(() -> encodeBlocks(owner, recorder, maxBytes)));
            }
            for (Future<?> each : running) {
                await(each);
            }
        } finally {
            threads.shutdownNow();
        }
        if (bytes.get() > maxBytes) {
            throw new StoppedException(
                    "memory: the state graph needs more than the " + maxBytes + " bytes that are left");
        }
        int[][] renamings = new int[workers][];
        EdgeLabels labels = LabelRecorder.merge(recorders, renamings);
        for (int block = 0; block < blocks.length; block++) {
            StateGraph.Block own = blocks[block];
            blocks[block] = new StateGraph.Block(own.offsets(), own.code(), renamings[ownerOf[block]]);
        }
        return new Built(new StateGraph(blocks, (int) space.size(), edges.get(), initialStates(), labels), valuation);
    }

    private static void await(Future<?> task) {
        try {
            task.get();
        } catch (ExecutionException e) {
            throw new AssertionError("building the state graph failed: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while building the state graph", e);
        }
    }

    private void encodeBlocks(int owner, LabelRecorder recorder, long maxBytes) {
        BlockEncoder encoder = new BlockEncoder(system, space, fairness, recorder);
        for (int block = nextBlock.getAndIncrement(); block < blocks.length; block = nextBlock.getAndIncrement()) {
            long from = (long) block << StateGraph.BLOCK_BITS;
            long to = Math.min(from + StateGraph.BLOCK, space.size());
            blocks[block] = encoder.encode(from, to);
            ownerOf[block] = owner;
            evaluate(from, to);
            edges.addAndGet(encoder.edges());
            long held = bytes.addAndGet(blocks[block].code().length + 4L * StateGraph.BLOCK);
            if (held > maxBytes) {
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
                numbers.add(BlockEncoder.number(space, system, words, offset));
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
