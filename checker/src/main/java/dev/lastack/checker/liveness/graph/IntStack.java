package dev.lastack.checker.liveness.graph;

import java.util.Arrays;

/** A growing stack of ints. */
public final class IntStack {

    private int[] values = new int[64];
    private int size;

    public int size() {
        return size;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    public void push(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, (int) Math.min(Integer.MAX_VALUE - 8, 2L * size));
        }
        values[size++] = value;
    }

    void clear() {
        size = 0;
    }

    public int pop() {
        return values[--size];
    }

    public int top() {
        return values[size - 1];
    }

    public void replaceTop(int value) {
        values[size - 1] = value;
    }

    public int get(int index) {
        return values[index];
    }

    /** The values from {@code from} on, the oldest first. */
    public int[] toArray(int from) {
        return Arrays.copyOfRange(values, from, size);
    }
}
