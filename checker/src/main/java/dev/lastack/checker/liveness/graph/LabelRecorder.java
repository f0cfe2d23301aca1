package dev.lastack.checker.liveness.graph;

import dev.lastack.checker.liveness.property.Fairness;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers the labels that one thread meets. What a state enables is known only when its last step was told, so
 * the marks of a state's edges are gathered first and labelled together. Numbers are the thread's own; {@link
 * #merge} makes them common.
 */
final class LabelRecorder implements Fairness.Marks {

    private final Fairness fairness;
    private final Map<Long, Integer> conditions = new HashMap<>();
    private final List<Long> conditionNumbers = new ArrayList<>();
    private final List<EdgeLabels.Label> inOrder = new ArrayList<>();

    // Open-addressed: one more than the number of the label, 0 where there is none.
    private int[] labels = new int[1 << 10];

    private final BitSet enabled = new BitSet();
    private final List<BitSet> requested = new ArrayList<>();
    private final List<BitSet> served = new ArrayList<>();
    private int edges;
    private boolean inStep;
    private long lastCondition = Long.MIN_VALUE;
    private int lastIndex;

    LabelRecorder(Fairness fairness) {
        this.fairness = fairness;
    }

    void beginState() {
        enabled.clear();
        edges = 0;
        inStep = false;
    }

    void beginEdge() {
        if (edges == requested.size()) {
            requested.add(new BitSet());
            served.add(new BitSet());
        }
        requested.get(edges).clear();
        served.get(edges).clear();
        edges++;
        inStep = true;
    }

    @Override
    public void enabled(long condition) {
        enabled.set(index(condition));
    }

    @Override
    public void requested(long condition) {
        if (!inStep || fairness.strength(condition) == Fairness.Strength.WEAK) {
            throw new AssertionError("only a step may request a condition, and only one of strong fairness: "
                    + fairness.breach(condition));
        }
        requested.get(edges - 1).set(index(condition));
    }

    @Override
    public void served(long condition) {
        if (!inStep) {
            throw new AssertionError("only a step may serve a condition: " + fairness.breach(condition));
        }
        served.get(edges - 1).set(index(condition));
    }

    /** This thread's number for the label of the state's edge {@code edge}. */
    int label(int edge) {
        BitSet requests = requested.get(edge);
        requests.or(enabled);
        return intern(new EdgeLabels.Label(requests, served.get(edge)));
    }

    private int intern(EdgeLabels.Label reused) {
        int slot = slot(reused);
        while (labels[slot] != 0) {
            if (inOrder.get(labels[slot] - 1).equals(reused)) {
                return labels[slot] - 1;
            }
            slot = (slot + 1) & (labels.length - 1);
        }
        inOrder.add(new EdgeLabels.Label(
                (BitSet) reused.requested().clone(), (BitSet) reused.served().clone()));
        labels[slot] = inOrder.size();
        if (2 * inOrder.size() > labels.length) {
            grow();
        }
        return inOrder.size() - 1;
    }

    private void grow() {
        labels = new int[2 * labels.length];
        for (int label = 0; label < inOrder.size(); label++) {
            int slot = slot(inOrder.get(label));
            while (labels[slot] != 0) {
                slot = (slot + 1) & (labels.length - 1);
            }
            labels[slot] = label + 1;
        }
    }

    /** Sets of conditions are small, so their members tell where to look sooner than all their words would. */
    private int slot(EdgeLabels.Label label) {
        long hash = 1;
        for (int c = label.requested().nextSetBit(0);
                c >= 0;
                c = label.requested().nextSetBit(c + 1)) {
            hash = hash * 0x9E3779B97F4A7C15L + c;
        }
        for (int c = label.served().nextSetBit(0); c >= 0; c = label.served().nextSetBit(c + 1)) {
            hash = (hash + c + 1) * 0xD6E8FEB86659FD93L;
        }
        return (int) (hash >>> Integer.SIZE) & (labels.length - 1);
    }

    private int index(long condition) {
        if (condition == lastCondition) {
            return lastIndex;
        }
        lastCondition = condition;
        lastIndex = number(condition);
        return lastIndex;
    }

    private int number(long condition) {
        Integer known = conditions.get(condition);
        if (known != null) {
            return known;
        }
        conditions.put(condition, conditionNumbers.size());
        conditionNumbers.add(condition);
        return conditionNumbers.size() - 1;
    }

    /** The labels of all threads under common numbers. {@code renamings[i][l]} is the new number of label l of i. */
    static EdgeLabels merge(List<LabelRecorder> recorders, int[][] renamings) {
        long[] conditions = recorders.stream()
                .flatMap(each -> each.conditionNumbers.stream())
                .mapToLong(Long::longValue)
                .sorted()
                .distinct()
                .toArray();
        Map<EdgeLabels.Label, Integer> numbers = new HashMap<>();
        List<EdgeLabels.Label> inOrder = new ArrayList<>();
        for (int i = 0; i < recorders.size(); i++) {
            LabelRecorder recorder = recorders.get(i);
            renamings[i] = new int[recorder.inOrder.size()];
            for (int label = 0; label < renamings[i].length; label++) {
                EdgeLabels.Label common = recorder.inCommon(recorder.inOrder.get(label), conditions);
                Integer known = numbers.putIfAbsent(common, inOrder.size());
                if (known == null) {
                    inOrder.add(common);
                }
                renamings[i][label] = numbers.get(common);
            }
        }
        return new EdgeLabels(conditions, inOrder);
    }

    private EdgeLabels.Label inCommon(EdgeLabels.Label own, long[] common) {
        return new EdgeLabels.Label(inCommon(own.requested(), common), inCommon(own.served(), common));
    }

    private BitSet inCommon(BitSet own, long[] common) {
        BitSet renamed = new BitSet();
        own.stream().forEach(index -> renamed.set(Arrays.binarySearch(common, conditionNumbers.get(index))));
        return renamed;
    }
}
