package dev.lastack.checker.store;

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
}
