package dev.lastack.checker.liveness;

import dev.lastack.checker.Expander;
import dev.lastack.checker.StateSpace;
import dev.lastack.checker.StepSink;
import dev.lastack.checker.TransitionSystem;
import java.util.Arrays;

/**
 * Encodes the edges of blocks of states, for one thread. Steps are gathered until there are enough of them for their
 * targets to be looked up together.
 */
final class BlockEncoder implements StepSink {

    private static final int ENOUGH = 2048;

    private final TransitionSystem system;
    private final StateSpace space;
    private final StateIndex index;
    private final LabelRecorder recorder;
    private final Expander expander;
    private final Fairness.Observer observer;
    private final int words;

    private byte[] code = new byte[1 << 16];
    private int length;
    private long edges;
    private int[] offsets = {};

    // What is gathered: the steps' targets and labels one behind the other, and per state how many and the idle label.
    private long[] targets;
    private int[] numbers = new int[ENOUGH];
    private int[] labels = new int[ENOUGH];
    private int steps;
    private final IntStack degrees = new IntStack();
    private final IntStack idleLabels = new IntStack();
    private int firstGathered;
    private int degree;

    BlockEncoder(
            TransitionSystem system, StateSpace space, StateIndex index, Fairness fairness, LabelRecorder recorder) {
        this.system = system;
        this.space = space;
        this.index = index;
        this.recorder = recorder;
        this.expander = system.expander();
        this.observer = fairness.observer(expander, recorder);
        this.words = system.words();
        this.targets = new long[ENOUGH * words];
    }

    /** The edges of the states numbered {@code from} (inclusive) to {@code to} (exclusive), labels as recorded. */
    StateGraph.Block encode(long from, long to) {
        length = 0;
        edges = 0;
        offsets = new int[(int) (to - from) + 1];
        firstGathered = (int) from;
        space.forEach(from, to, (number, states, offset) -> gather(states, offset));
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
            labels[steps - degree + step] = recorder.label(step);
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
        if (steps == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * steps);
            labels = Arrays.copyOf(labels, 2 * steps);
            targets = Arrays.copyOf(targets, 2 * steps * words);
        }
        System.arraycopy(target, offset, targets, steps * words, words);
        steps++;
        degree++;
    }

    @Override
    public void cut(int bound) {}

    private void encodeGathered(long blockStart) {
        index.find(targets, steps, numbers);
        int step = 0;
        for (int i = 0; i < degrees.size(); i++) {
            int source = firstGathered + i;
            offsets[(int) (source - blockStart)] = length;
            for (int end = step + degrees.get(i); step < end; step++) {
                edge(source, found(step), labels[step]);
            }
            edge(source, source, idleLabels.get(i));
        }
        firstGathered += degrees.size();
        degrees.clear();
        idleLabels.clear();
        steps = 0;
    }

    private int found(int step) {
        if (numbers[step] < 0) {
            long[] state = Arrays.copyOfRange(targets, step * words, (step + 1) * words);
            throw new AssertionError("a step leads to a state that the exploration did not see, so the system does not"
                    + " always generate the same steps: " + system.describeState(state));
        }
        return numbers[step];
    }

    private void edge(int source, int target, int label) {
        int difference = target - source;
        varint((difference << 1) ^ (difference >> 31));
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
