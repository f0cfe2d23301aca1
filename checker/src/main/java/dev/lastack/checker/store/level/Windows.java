package dev.lastack.checker.store.level;

import java.util.List;

/** The range of states divided into consecutive windows, by samples of the states that are to be merged. */
public final class Windows {

    private final int words;

    /** The first states of all windows but the first. */
    private final long[] splitters;

    private Windows(int words, long[] splitters) {
        this.words = words;
        this.splitters = splitters;
    }

    /** Windows that hold about {@code target} of the states of {@code inputs} each. */
    static Windows over(List<? extends Ascending> inputs, int target, int words) {
        long states = inputs.stream().mapToLong(Ascending::states).sum();
        if (states <= target) {
            return new Windows(words, new long[0]);
        }
        long[] samples = samples(inputs);
        int count = samples.length / words;
        new StateSorter(words).sort(samples, count);
        int windows = (int) Math.min(count, (states + target - 1) / target);
        long[] splitters = new long[(windows - 1) * words];
        for (int window = 1; window < windows; window++) {
            int sample = (int) ((long) window * count / windows);
            System.arraycopy(samples, sample * words, splitters, (window - 1) * words, words);
        }
        return new Windows(words, splitters);
    }

    private static long[] samples(List<? extends Ascending> inputs) {
        List<long[]> parts = inputs.stream().map(Ascending::samples).toList();
        long[] samples = new long[parts.stream().mapToInt(part -> part.length).sum()];
        int filled = 0;
        for (long[] part : parts) {
            System.arraycopy(part, 0, samples, filled, part.length);
            filled += part.length;
        }
        return samples;
    }

    int count() {
        return splitters.length / words + 1;
    }

    boolean contains(int window, long[] states, int offset) {
        return !isBefore(window, states, offset) && !isAfter(window, states, offset);
    }

    private boolean isBefore(int window, long[] states, int offset) {
        return window > 0 && StateOrder.compare(states, offset, splitters, (window - 1) * words, words) < 0;
    }

    private boolean isAfter(int window, long[] states, int offset) {
        return window < count() - 1 && StateOrder.compare(states, offset, splitters, window * words, words) >= 0;
    }

    /** The index of the first of the ascending {@code rows} that lies in {@code window} or, if none does, after it. */
    int start(int window, Rows rows) {
        if (window == 0 || window == count()) {
            return window == 0 ? 0 : rows.size;
        }
        int low = 0;
        int high = rows.size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (StateOrder.compare(rows.states, middle * words, splitters, (window - 1) * words, words) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The index of the last of the ascending {@code firsts} that comes no later than the window begins, at least 0. */
    int firstOf(int window, long[] firsts) {
        return window == 0 ? 0 : Math.max(0, StateOrder.last(firsts, splitters, (window - 1) * words, words));
    }

    /** The index of the last of the ascending {@code firsts} that comes no later than the window ends, or -1. */
    int lastOf(int window, long[] firsts) {
        return window == count() - 1
                ? firsts.length / words - 1
                : StateOrder.last(firsts, splitters, window * words, words);
    }
}
