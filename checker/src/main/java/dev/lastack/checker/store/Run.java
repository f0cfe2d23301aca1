package dev.lastack.checker.store;

import java.util.Arrays;

/**
 * Ascending states, coded in blocks of {@link #BLOCK}. A block begins with a state told in full, kept aside so
 * that a state is found by a binary search over the blocks.
 */
final class Run {

    static final int BLOCK = 128;

    private final int words;
    private final int size;
    private final long[] firsts;
    private final int[] offsets;
    private final byte[] data;

    private Run(int words, int size, long[] firsts, int[] offsets, byte[] data) {
        this.words = words;
        this.size = size;
        this.firsts = firsts;
        this.offsets = offsets;
        this.data = data;
    }

    /** Codes the first {@code count} states of {@code rows}, which are ascending. */
    static Run of(long[] rows, int count, int words, Memory memory) {
        int blocks = (count + BLOCK - 1) / BLOCK;
        long[] firsts = new long[blocks * words];
        int[] offsets = new int[blocks];
        byte[] data = new byte[Math.max(64, count * 3)];
        StateCoder coder = new StateCoder(words);
        coder.writeTo(data, 0);
        for (int i = 0; i < count; i++) {
            if (i % BLOCK == 0) {
                System.arraycopy(rows, i * words, firsts, i / BLOCK * words, words);
                offsets[i / BLOCK] = coder.position();
                int most = coder.position() + BLOCK * StateCoder.mostBytes(words);
                if (most > data.length) {
                    data = Arrays.copyOf(data, Math.max(most, data.length / 2 * 3));
                    coder.writeTo(data, offsets[i / BLOCK]);
                }
            } else {
                coder.encode(rows, i * words);
            }
        }
        Run run = new Run(words, count, firsts, offsets, Arrays.copyOf(data, coder.position()));
        memory.claim(run.bytes());
        return run;
    }

    long bytes() {
        return 64 + 8L * firsts.length + 4L * offsets.length + data.length;
    }

    int size() {
        return size;
    }

    int blocks() {
        return offsets.length;
    }

    /** The first states of all blocks, {@link #blocks()} of them. */
    long[] firsts() {
        return firsts;
    }

    /** Writes the states of block {@code block} to {@code into[offset..]}; returns how many they are. */
    int read(int block, long[] into, int offset) {
        int count = Math.min(BLOCK, size - block * BLOCK);
        System.arraycopy(firsts, block * words, into, offset, words);
        StateCoder coder = new StateCoder(words);
        coder.readFrom(data, offsets[block]);
        for (int i = 1; i < count; i++) {
            coder.decode(into, offset + i * words);
        }
        return count;
    }

    /** The last block whose first state is not after that at {@code states[offset..]}, or -1. */
    int blockOf(long[] states, int offset) {
        int low = 0;
        int high = offsets.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (StateOrder.compare(firsts, middle * words, states, offset, words) <= 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return high;
    }

    /** The rank of the state at {@code states[offset..]}, or -1; {@code block} has room for a block. */
    int rank(long[] states, int offset, long[] block) {
        int number = blockOf(states, offset);
        if (number < 0) {
            return -1;
        }
        int count = read(number, block, 0);
        for (int i = 0; i < count; i++) {
            if (StateOrder.compare(block, i * words, states, offset, words) == 0) {
                return number * BLOCK + i;
            }
        }
        return -1;
    }
}
