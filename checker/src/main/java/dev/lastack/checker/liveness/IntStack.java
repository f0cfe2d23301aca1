package dev.lastack.checker.liveness;

import java.util.Arrays;

/** A growing stack of ints. */
final class IntStack {

    private int[] values = new int[64];
    private int size;

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    void push(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, (int) Math.min(Integer.MAX_VALUE - 8, 2L * size));
        }
        values[size++] = value;
    }

    void clear() {
        size = 0;
    }

    int pop() {
        return values[--size];
    }

    int top() {
        return values[size - 1];
    }

    void replaceTop(int value) {
        values[size - 1] = value;
    }

    int get(int index) {
        return values[index];
    }

    /** The values from {@code from} on, the oldest first. */
    int[] toArray(int from) {
        return Arrays.copyOfRange(values, from, size);
    }
}
