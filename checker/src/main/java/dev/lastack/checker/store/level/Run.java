package dev.lastack.checker.store.level;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Ascending states, coded in blocks of {@link #BLOCK}. A block begins with a state told in full, kept aside so
 * that a state is found by a binary search over the blocks.
 */
public final class Run {

    public static final int BLOCK = 128;

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
    public static Run of(long[] rows, int count, int words) {
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
        return new Run(words, count, firsts, offsets, Arrays.copyOf(data, coder.position()));
    }

    /** Writes the run, {@link #storedBytes()} of them. */
    public void store(ByteBuffer into) {
        into.putInt(size).putInt(data.length);
        into.asLongBuffer().put(firsts);
        into.position(into.position() + firsts.length * Long.BYTES);
        into.asIntBuffer().put(offsets);
        into.position(into.position() + offsets.length * Integer.BYTES);
        into.put(data);
    }

    public int storedBytes() {
        return 2 * Integer.BYTES + firsts.length * Long.BYTES + offsets.length * Integer.BYTES + data.length;
    }

    /** Reads what {@link #store} wrote. */
    public static Run stored(ByteBuffer from, int words) {
        int size = from.getInt();
        byte[] data = new byte[from.getInt()];
        int blocks = (size + BLOCK - 1) / BLOCK;
        long[] firsts = new long[blocks * words];
        from.asLongBuffer().get(firsts);
        from.position(from.position() + firsts.length * Long.BYTES);
        int[] offsets = new int[blocks];
        from.asIntBuffer().get(offsets);
        from.position(from.position() + offsets.length * Integer.BYTES);
        from.get(data);
        return new Run(words, size, firsts, offsets, data);
    }

    public long bytes() {
        return 64 + 8L * firsts.length + 4L * offsets.length + data.length;
    }

    public int size() {
        return size;
    }

    public int blocks() {
        return offsets.length;
    }

    /** The first states of all blocks, {@link #blocks()} of them. */
    public long[] firsts() {
        return firsts;
    }

    /** Writes the states of block {@code block} to {@code into[offset..]}; returns how many they are. */
    public int read(int block, long[] into, int offset) {
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
    public int blockOf(long[] states, int offset) {
        return StateOrder.last(firsts, states, offset, words);
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
