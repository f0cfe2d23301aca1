package dev.lastack.checker.store.level;

import java.util.Arrays;

/**
 * Sorts states into canonical order, for one thread: by radix on one word at a time, the first one first, and on
 * the digits in which the words differ only; what has the same first words is then sorted by the next.
 */
public final class StateSorter {

    private static final int DIGIT_BITS = 8;
    private static final int DIGITS = 1 << DIGIT_BITS;

    /** Fewer states than this are sorted by comparison. */
    private static final int FEW = 48;

    private final int words;
    private int[] counts = new int[DIGITS];
    private int[] nextCounts = new int[DIGITS];
    private long[] rows = new long[0];
    private long[] keys = new long[0];
    private long[] spareKeys = new long[0];
    private int[] order = new int[0];
    private int[] spareOrder = new int[0];
    private long[] sorted = new long[0];

    public StateSorter(int words) {
        this.words = words;
    }

    /** Sorts the first {@code count} states of {@code states} in place. */
    public void sort(long[] states, int count) {
        if (words == 1) {
            sortWords(states, count);
            return;
        }
        if (keys.length < count) {
            keys = new long[count];
            spareKeys = new long[count];
            order = new int[count];
            spareOrder = new int[count];
            sorted = new long[count * words];
        }
        rows = states;
        for (int i = 0; i < count; i++) {
            order[i] = i;
        }
        sort(0, count, 0);
        for (int i = 0, to = 0; i < count; i++) {
            int from = order[i] * words;
            for (int word = 0; word < words; word++) {
                sorted[to++] = states[from + word];
            }
        }
        System.arraycopy(sorted, 0, states, 0, count * words);
        rows = new long[0];
    }

    private void sortWords(long[] states, int count) {
        if (spareKeys.length < count) {
            spareKeys = new long[count];
        }
        long[] from = states;
        long[] to = spareKeys;
        long different = differences(states, 0, count);
        int shift = nextDigit(different, 0);
        if (shift < Long.SIZE) {
            count(from, 0, count, shift);
        }
        while (shift < Long.SIZE) {
            // The next digit is counted while this one is sorted by, which saves a pass.
            int next = nextDigit(different, shift + DIGIT_BITS);
            scatter(from, to, count, shift, Math.min(next, Long.SIZE - DIGIT_BITS));
            int[] swap = counts;
            counts = nextCounts;
            nextCounts = swap;
            sum(0);
            long[] swapped = from;
            from = to;
            to = swapped;
            shift = next;
        }
        if (from != states) {
            System.arraycopy(from, 0, states, 0, count);
        }
    }

    /** The place of the first digit from {@code shift} on in which keys differ, at least 64 if there is none. */
    private static int nextDigit(long different, int shift) {
        int next = shift;
        while (next < Long.SIZE && (different >>> next & DIGITS - 1) == 0) {
            next += DIGIT_BITS;
        }
        return next;
    }

    private void scatter(long[] from, long[] to, int count, int shift, int next) {
        int[] places = counts;
        int[] counted = nextCounts;
        Arrays.fill(counted, 0);
        for (int i = 0; i < count; i++) {
            long key = from[i];
            to[places[(int) (key >>> shift) & DIGITS - 1]++] = key;
            counted[(int) (key >>> next) & DIGITS - 1]++;
        }
    }

    /** Sorts {@code order[from..to)}, whose states agree in all words before {@code word}. */
    private void sort(int from, int to, int word) {
        if (to - from < FEW) {
            insertionSort(from, to, word);
            return;
        }
        for (int i = from; i < to; i++) {
            keys[i] = rows[order[i] * words + word];
        }
        radixSort(from, to);
        if (word + 1 < words) {
            int group = from;
            for (int i = from + 1; i <= to; i++) {
                if (i == to || keys[i] != keys[group]) {
                    sort(group, i, word + 1);
                    group = i;
                }
            }
        }
    }

    /** Sorts keys and order together by the keys. */
    private void radixSort(int from, int to) {
        long different = differences(keys, from, to);
        boolean inSpare = false;
        for (int shift = nextDigit(different, 0); shift < Long.SIZE; shift = nextDigit(different, shift + DIGIT_BITS)) {
            scatter(inSpare, from, to, shift);
            inSpare = !inSpare;
        }
        if (inSpare) {
            System.arraycopy(spareKeys, from, keys, from, to - from);
            System.arraycopy(spareOrder, from, order, from, to - from);
        }
    }

    /** Sorts by one digit, from keys and order to their spares or, {@code back}, from those. */
    private void scatter(boolean back, int from, int to, int shift) {
        long[] oldKeys = back ? spareKeys : keys;
        int[] oldOrder = back ? spareOrder : order;
        long[] newKeys = back ? keys : spareKeys;
        int[] newOrder = back ? order : spareOrder;
        count(oldKeys, from, to, shift);
        int[] places = counts;
        for (int i = from; i < to; i++) {
            long key = oldKeys[i];
            int place = places[(int) (key >>> shift) & DIGITS - 1]++;
            newKeys[place] = key;
            newOrder[place] = oldOrder[i];
        }
    }

    private static long differences(long[] values, int from, int to) {
        long different = 0;
        for (int i = from; i < to; i++) {
            different |= values[i] ^ values[from];
        }
        return different;
    }

    /** Makes {@link #counts} the places where the keys with each digit begin. */
    private void count(long[] values, int from, int to, int shift) {
        Arrays.fill(counts, 0);
        for (int i = from; i < to; i++) {
            counts[(int) (values[i] >>> shift) & DIGITS - 1]++;
        }
        sum(from);
    }

    /** Makes of how often each digit is there the places, from {@code from} on, where its keys begin. */
    private void sum(int from) {
        int place = from;
        for (int digit = 0; digit < DIGITS; digit++) {
            int next = place + counts[digit];
            counts[digit] = place;
            place = next;
        }
    }

    private void insertionSort(int from, int to, int word) {
        int tail = words - word;
        for (int i = from + 1; i < to; i++) {
            int inserted = order[i];
            int at = inserted * words + word;
            int place = i;
            while (place > from && StateOrder.compare(rows, order[place - 1] * words + word, rows, at, tail) > 0) {
                order[place] = order[place - 1];
                place--;
            }
            order[place] = inserted;
        }
    }
}
