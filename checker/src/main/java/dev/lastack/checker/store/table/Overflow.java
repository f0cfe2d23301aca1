package dev.lastack.checker.store.table;

import dev.lastack.checker.store.level.Memory;

/** A small exact set of numbers, at least 0, in full: those for which a {@link QuotientTable} has no slot near home. */
final class Overflow {

    private static final long FACTOR = 0x9E3779B97F4A7C15L;
    private static final int FIRST_SLOTS = 8;

    private final Memory memory;

    /** Each holds a number and one more, 0 if it is empty. */
    private long[] slots = new long[0];

    private int size;

    Overflow(Memory memory) {
        this.memory = memory;
    }

    /** Adds {@code number}; returns whether it was not in the set. */
    boolean add(long number) {
        if (size * 4 >= slots.length * 3) {
            grow();
        }
        int slot = slot(number);
        if (slots[slot] != 0) {
            return false;
        }
        slots[slot] = number + 1;
        size++;
        return true;
    }

    /** Where {@code number} is, or the empty slot where it belongs. */
    private int slot(long number) {
        int mask = slots.length - 1;
        int slot = (int) ((number * FACTOR) >>> Integer.SIZE) & mask;
        while (slots[slot] != 0 && slots[slot] != number + 1) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] old = slots;
        int length = Math.max(FIRST_SLOTS, Math.multiplyExact(old.length, 2));
        memory.claim(8L * length);
        slots = new long[length];
        for (long held : old) {
            if (held != 0) {
                slots[slot(held - 1)] = held;
            }
        }
        memory.release(8L * old.length);
    }

    /** All numbers, in no order. */
    long[] numbers() {
        long[] numbers = new long[size];
        int filled = 0;
        for (long held : slots) {
            if (held != 0) {
                numbers[filled++] = held - 1;
            }
        }
        return numbers;
    }

    /** Gives its memory back. */
    void free() {
        memory.release(8L * slots.length);
    }
}
