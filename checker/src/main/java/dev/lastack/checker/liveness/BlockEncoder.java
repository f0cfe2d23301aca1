package dev.lastack.checker.liveness;

import dev.lastack.checker.Expander;
import dev.lastack.checker.StateSpace;
import dev.lastack.checker.StepSink;
import dev.lastack.checker.TransitionSystem;
import java.util.Arrays;

/** Encodes the edges of blocks of states, for one thread. */
final class BlockEncoder implements StepSink {

    private final TransitionSystem system;
    private final StateSpace space;
    private final LabelRecorder recorder;
    private final Expander expander;
    private final Fairness.Observer observer;

    private byte[] code = new byte[1 << 16];
    private int length;
    private int[] targets = new int[64];
    private int degree;
    private long edges;

    BlockEncoder(TransitionSystem system, StateSpace space, Fairness fairness, LabelRecorder recorder) {
        this.system = system;
        this.space = space;
        this.recorder = recorder;
        this.expander = system.expander();
        this.observer = fairness.observer(expander, recorder);
    }

    /** The edges of the states numbered {@code from} (inclusive) to {@code to} (exclusive), labels as recorded. */
    StateGraph.Block encode(long from, long to) {
        length = 0;
        edges = 0;
        int[] offsets = new int[(int) (to - from) + 1];
        space.forEach(from, to, (number, states, offset) -> {
            offsets[(int) (number - from)] = length;
            encodeState((int) number, states, offset);
        });
        offsets[offsets.length - 1] = length;
        return new StateGraph.Block(offsets, Arrays.copyOf(code, length), new int[0]);
    }

    /** How many edges the last block has. */
    long edges() {
        return edges;
    }

    private void encodeState(int number, long[] states, int offset) {
        degree = 0;
        recorder.beginState();
        observer.state(states, offset);
        expander.successors(states, offset, this);
        recorder.beginEdge();
        add(number);
        for (int edge = 0; edge < degree; edge++) {
            int difference = targets[edge] - number;
            varint((difference << 1) ^ (difference >> 31));
            varint(recorder.label(edge));
        }
        edges += degree;
    }

    @Override
    public void step(int action, long observations, long[] words, int offset) {
        recorder.beginEdge();
        observer.step(action, observations, words, offset);
        add(number(space, system, words, offset));
    }

    @Override
    public void cut(int bound) {}

    /** The number of a state that must have been explored. */
    static int number(StateSpace space, TransitionSystem system, long[] words, int offset) {
        long number = space.numberOf(words, offset);
        if (number < 0) {
            long[] state = Arrays.copyOfRange(words, offset, offset + system.words());
            throw new AssertionError("a step leads to a state that the exploration did not see, so the system does not"
                    + " always generate the same steps: " + system.describeState(state));
        }
        return (int) number;
    }

    private void add(int target) {
        if (degree == targets.length) {
            targets = Arrays.copyOf(targets, 2 * degree);
        }
        targets[degree++] = target;
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
