package dev.lastack.checker.liveness.graph;

import dev.lastack.checker.Expander;
import dev.lastack.checker.StatePredicate;
import dev.lastack.checker.StepSink;
import dev.lastack.checker.TransitionSystem;
import dev.lastack.checker.liveness.property.Fairness;
import java.util.Arrays;

/**
 * Encodes the edges of blocks of states, for one thread. Steps are gathered until there are enough of them for their
 * targets to be looked up together.
 */
final class BlockEncoder implements StepSink {

    private static final int ENOUGH = 2048;

    /** Stands for the label of a step to a state that is not wanted. */
    private static final int LEAVES = -1;

    private final TransitionSystem system;
    private final StatePredicate wanted;
    private final StateIndex index;
    private final LabelRecorder recorder;
    private final Expander expander;
    private final Fairness.Observer observer;
    private final int words;

    private byte[] code = new byte[1 << 16];
    private int length;
    private long edges;
    private int[] offsets = {};

    // What is gathered: the steps' labels one behind the other, the targets that are wanted, and per state how many
    // steps it has and the idle label.
    private int[] labels = new int[ENOUGH];
    private int steps;
    private long[] targets;
    private int[] numbers = new int[ENOUGH];
    private int found;
    private final IntStack degrees = new IntStack();
    private final IntStack idleLabels = new IntStack();
    private int firstGathered;
    private int degree;

    BlockEncoder(GraphInput subject, StatePredicate wanted, StateIndex index, LabelRecorder recorder) {
        this.system = subject.system();
        this.wanted = wanted;
        this.index = index;
        this.recorder = recorder;
        this.expander = system.expander();
        this.observer = subject.fairness().observer(expander, recorder);
        this.words = system.words();
        this.targets = new long[ENOUGH * words];
    }

    /** The edges of the states numbered {@code from} (inclusive) to {@code to} (exclusive), labels as recorded. */
    StateGraph.Block encode(int from, int to) {
        length = 0;
        edges = 0;
        offsets = new int[to - from + 1];
        firstGathered = from;
        index.forEach(from, to, (number, states, offset) -> gather(states, offset));
        encodeGathered(from);
        offsets[offsets.length - 1] = length;
        return new StateGraph.Block(offsets, Arrays.copyOf(code, length), new int[0]);
    }

    /** How many edges the last block has. */
    long edges() {
        return edges;
    }

    private void gather(long[] states, int offset) {
        degree = 0;
        recorder.beginState();
        observer.state(states, offset);
        expander.successors(states, offset, this);
        recorder.beginEdge();
        for (int step = 0; step < degree; step++) {
            int gathered = steps - degree + step;
            labels[gathered] = labels[gathered] == LEAVES ? LEAVES : recorder.label(step);
        }
        idleLabels.push(recorder.label(degree));
        degrees.push(degree);
        if (steps >= ENOUGH) {
            encodeGathered(firstGathered & -StateGraph.BLOCK);
        }
    }

    @Override
    public void step(int action, long observations, long[] target, int offset) {
        recorder.beginEdge();
        observer.step(action, observations, target, offset);
        if (steps == labels.length) {
            labels = Arrays.copyOf(labels, 2 * steps);
            numbers = Arrays.copyOf(numbers, 2 * steps);
            targets = Arrays.copyOf(targets, 2 * steps * words);
        }
        labels[steps] = LEAVES;
        if (wanted.test(target, offset)) {
            labels[steps] = 0;
            System.arraycopy(target, offset, targets, found * words, words);
            found++;
        }
        steps++;
        degree++;
    }

    @Override
    public void cut(int bound) {}

    private void encodeGathered(int blockStart) {
        index.find(targets, found, numbers);
        int step = 0;
        int next = 0;
        for (int i = 0; i < degrees.size(); i++) {
            int source = firstGathered + i;
            offsets[source - blockStart] = length;
            for (int end = step + degrees.get(i); step < end; step++) {
                if (labels[step] == LEAVES) {
                    varint(StateGraph.LEAVING);
                } else {
                    edge(source, known(next++), labels[step]);
                }
            }
            edge(source, source, idleLabels.get(i));
        }
        firstGathered += degrees.size();
        degrees.clear();
        idleLabels.clear();
        steps = 0;
        found = 0;
    }

    private int known(int target) {
        if (numbers[target] < 0) {
            long[] state = Arrays.copyOfRange(targets, target * words, (target + 1) * words);
            throw new AssertionError("a step leads to a state that the exploration did not see, so the system does not"
                    + " always generate the same steps: " + system.describeState(state));
        }
        return numbers[target];
    }

    private void edge(int source, int target, int label) {
        int difference = target - source;
        varint(((difference << 1) ^ (difference >> 31)) + 1);
        varint(label);
        edges++;
    }

    private void varint(int value) {
        if (length + 5 > code.length) {
            code = Arrays.copyOf(code, 2 * code.length);
        }
        int rest = value;
        while ((rest & ~0x7F) != 0) {
            code[length++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        code[length++] = (byte) rest;
    }
}
