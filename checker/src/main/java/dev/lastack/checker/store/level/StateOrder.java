package dev.lastack.checker.store.level;

/** The canonical order of states: word by word, unsigned, the first word counting most. */
public final class StateOrder {

    private StateOrder() {}

    /** Negative, zero or positive as the state at {@code a[i..]} comes before, is, or comes after that at {@code b[j..]}. */
    public static int compare(long[] a, int i, long[] b, int j, int words) {
        for (int w = 0; w < words; w++) {
            int order = Long.compareUnsigned(a[i + w], b[j + w]);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /** The index of the last of the ascending {@code rows} that is not after the state at {@code states[offset..]}, or -1. */
    public static int last(long[] rows, long[] states, int offset, int words) {
        int low = 0;
        int high = rows.length / words - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (compare(rows, middle * words, states, offset, words) <= 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return high;
    }
}
