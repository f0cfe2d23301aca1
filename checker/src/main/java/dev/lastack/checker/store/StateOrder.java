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

    /** Sorts the first {@code count} states of {@code rows}; returns {@code rows} or {@code spare}, whichever holds them. */
    public static long[] sort(long[] rows, long[] spare, int count, int words) {
        long[] from = rows;
        long[] to = spare;
        for (int run = 1; run < count && run > 0; run <<= 1) {
            for (int start = 0; start < count; start += 2 * run) {
                int middle = Math.min(start + run, count);
                merge(from, to, words, new int[] {start, middle, Math.min(middle + run, count)});
            }
            long[] swap = from;
            from = to;
            to = swap;
        }
        return from;
    }

    private static void merge(long[] from, long[] to, int words, int[] bounds) {
        int left = bounds[0];
        int right = bounds[1];
        for (int out = bounds[0]; out < bounds[2]; out++) {
            boolean takeLeft = left < bounds[1]
                    && (right == bounds[2] || compare(from, left * words, from, right * words, words) <= 0);
            int source = takeLeft ? left++ : right++;
            System.arraycopy(from, source * words, to, out * words, words);
        }
    }
}
