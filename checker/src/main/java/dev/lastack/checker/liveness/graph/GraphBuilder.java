package dev.lastack.checker.liveness.graph;

import dev.lastack.checker.StatePredicate;
import dev.lastack.checker.StepSink;
import dev.lastack.checker.liveness.ltl.StoppedException;
import java.util.ArrayList;
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
 * Expands every state that is wanted once more and keeps its steps as edges, its predicates as bits. The result does
 * not depend on the number of threads, the numbers of labels apart.
 */
public final class GraphBuilder {

    /** A graph and what holds in its states. */
    public record Built(StateGraph graph, Valuation valuation) {}

    private static final String STAGE = "building the state graph";
    private static final int MILLISECONDS_PER_LOOK = 100;
    private static final int MAX_STATES = 1 << 29;

    private final GraphInput subject;
    private final StatePredicate wanted;
    private final StateIndex index;
    private final SearchClock watch;
    private final long maxBytes;
    private final StateGraph.Block[] blocks;
    private final int[] ownerOf;
    private final Valuation valuation;
    private final AtomicInteger nextBlock = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong edges = new AtomicLong();
    private volatile boolean halted;

    private GraphBuilder(
            GraphInput subject, StatePredicate wanted, StateIndex index, SearchClock watch, long maxBytes) {
        this.subject = subject;
        this.wanted = wanted;
        this.index = index;
        this.watch = watch;
        this.maxBytes = maxBytes;
        int count = (index.size() + StateGraph.BLOCK - 1) >>> StateGraph.BLOCK_BITS;
        blocks = new StateGraph.Block[count];
        ownerOf = new int[count];
        valuation = new Valuation(subject.predicates().size(), index.size());
    }

    /**
     * The graph of the states of {@code subject} that are {@code wanted}, numbered in their order.
     *
     * @throws StoppedException if index and edges take more than {@code maxBytes}
     */
    public static Built build(GraphInput subject, StatePredicate wanted, SearchClock watch, long maxBytes)
            throws StoppedException {
        long states = subject.space().size();
        if (states > MAX_STATES) {
            throw new StoppedException("liveness is searched on up to " + MAX_STATES + " states, not on " + states);
        }
        StateIndex index = StateIndex.of(subject.space(), wanted, watch, maxBytes);
        return new GraphBuilder(subject, wanted, index, watch, maxBytes - index.bytes()).build();
    }

    private Built build() throws StoppedException {
        int workers = watch.workers();
        List<LabelRecorder> recorders = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(workers);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int worker = 0; worker < workers; worker++) {
                LabelRecorder recorder = new LabelRecorder(subject.fairness());
                BlockEncoder encoder = new BlockEncoder(subject, wanted, index, recorder);
                int owner = worker;
                recorders.add(recorder);
                running.add(threads.submit(() -> encodeBlocks(owner, encoder)));
            }
            for (Future<?> each : running) {
                await(each);
            }
        } finally {
            halted = true;
            threads.shutdown();
        }
        if (bytes.get() > maxBytes) {
            throw StateIndex.outOfBytes(maxBytes);
        }
        int[][] renamings = new int[workers][];
        EdgeLabels labels = LabelRecorder.merge(recorders, renamings);
        for (int block = 0; block < blocks.length; block++) {
            StateGraph.Block own = blocks[block];
            blocks[block] = new StateGraph.Block(own.offsets(), own.code(), renamings[ownerOf[block]]);
        }
        return new Built(new StateGraph(blocks, index.size(), edges.get(), initialStates(), labels), valuation);
    }

    private void await(Future<?> task) throws StoppedException {
        while (true) {
            try {
                task.get(MILLISECONDS_PER_LOOK, TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException e) {
                long done = Math.min(index.size(), (long) nextBlock.get() << StateGraph.BLOCK_BITS);
                watch.look(STAGE, "states", done, index.size());
            } catch (ExecutionException e) {
                throw new AssertionError("building the state graph failed: " + e.getCause(), e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StoppedException("interrupted while building the state graph");
            }
        }
    }

    private void encodeBlocks(int owner, BlockEncoder encoder) {
        for (int block = nextBlock.getAndIncrement(); block < blocks.length; block = nextBlock.getAndIncrement()) {
            int from = block << StateGraph.BLOCK_BITS;
            int to = Math.min(from + StateGraph.BLOCK, index.size());
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

    private void evaluate(int from, int to) {
        List<StatePredicate> predicates = subject.predicates();
        index.forEach(from, to, (number, states, offset) -> {
            for (int atom = 0; atom < predicates.size(); atom++) {
                if (predicates.get(atom).test(states, offset)) {
                    valuation.set(atom, (int) number);
                }
            }
        });
    }

    private int[] initialStates() {
        List<Integer> numbers = new ArrayList<>();
        subject.system().expander().initial(new StepSink() {
            @Override
            public void step(int action, long observations, long[] words, int offset) {
                numbers.add(index.find(words, offset));
            }

            @Override
            public void cut(int bound) {}
        });
        return numbers.stream()
                .mapToInt(Integer::intValue)
                .filter(number -> number >= 0)
                .sorted()
                .distinct()
                .toArray();
    }
}
