package dev.lastack.endpoint.tcb;

import java.util.ArrayDeque;
import java.util.Arrays;

/** Octets in order, taken from the front in any portions. */
public final class OctetQueue {

    private final ArrayDeque<byte[]> chunks = new ArrayDeque<>();
    private int taken;
    private int size;

    public int size() {
        return size;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    public void add(byte[] octets) {
        if (octets.length > 0) {
            chunks.addLast(octets.clone());
            size += octets.length;
        }
    }

    /** Removes the first {@code limit} octets, or all if there are fewer. */
    public byte[] take(int limit) {
        byte[] result = new byte[Math.min(Math.max(limit, 0), size)];
        int filled = 0;
        while (filled < result.length) {
            byte[] first = chunks.getFirst();
            int portion = Math.min(first.length - taken, result.length - filled);
            System.arraycopy(first, taken, result, filled, portion);
            filled += portion;
            taken += portion;
            if (taken == first.length) {
                chunks.removeFirst();
                taken = 0;
            }
        }
        size -= filled;
        return result;
    }

    /** All octets, none of which is removed. */
    public byte[] copy() {
        byte[] result = new byte[size];
        int filled = 0;
        int skipped = taken;
        for (byte[] chunk : chunks) {
            System.arraycopy(chunk, skipped, result, filled, chunk.length - skipped);
            filled += chunk.length - skipped;
            skipped = 0;
        }
        return result;
    }

    public void clear() {
        chunks.clear();
        taken = 0;
        size = 0;
    }

    @Override
    public String toString() {
        return size + " octets in "
                + Arrays.toString(
                        chunks.stream().mapToInt(chunk -> chunk.length).toArray());
    }
}
