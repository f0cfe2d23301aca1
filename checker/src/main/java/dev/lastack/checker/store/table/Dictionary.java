package dev.lastack.checker.store.table;

import dev.lastack.checker.store.level.Memory;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * Numbers values in the order in which they are first asked for. Readers take no lock: they see an index slot
 * only after the value it points to.
 */
final class Dictionary {

    private static final VarHandle INTS = MethodHandles.arrayElementVarHandle(int[].class);
    private static final int CHUNK_BITS = 12;
    private static final int CHUNK = 1 << CHUNK_BITS;
    private static final int FIRST_SLOTS = 1 << 10;

    private final Memory memory;
    private final int limit;
    private volatile long[][] values = new long[0][];
    private volatile int[] index;
    private int size;

    /** A dictionary of at most {@code limit} values. */
    Dictionary(long limit, Memory memory) {
        this.memory = memory;
        this.limit = (int) Math.min(limit, Integer.MAX_VALUE);
        // Where the budget is smaller than this, the first claim finds it used up and the search ends as it should.
        memory.charge((long) FIRST_SLOTS * Integer.BYTES);
        this.index = new int[FIRST_SLOTS];
    }

    /** The number of {@code value}, which may be new. */
    int idOf(long value) {
        int known = find(index, value);
        return known >= 0 ? known : add(value);
    }

    long value(int id) {
        return values[id >>> CHUNK_BITS][id & CHUNK - 1];
    }

    private int find(int[] slots, long value) {
        int mask = slots.length - 1;
        int slot = hash(value) & mask;
        for (int entry = (int) INTS.getAcquire(slots, slot); entry != 0; entry = (int) INTS.getAcquire(slots, slot)) {
            if (value(entry - 1) == value) {
                return entry - 1;
            }
            slot = slot + 1 & mask;
        }
        return -1;
    }

    private synchronized int add(long value) {
        int known = find(index, value);
        if (known >= 0) {
            return known;
        }
        if (size == limit) {
            throw new Memory.Exhausted("a dictionary of parts of states cannot grow beyond " + limit + " entries");
        }
        if (size + 1 > index.length / 2) {
            growIndex();
        }
        if (size >>> CHUNK_BITS == values.length) {
            memory.claim((long) CHUNK * Long.BYTES);
            long[][] longer = Arrays.copyOf(values, values.length + 1);
            longer[values.length] = new long[CHUNK];
            values = longer;
        }
        values[size >>> CHUNK_BITS][size & CHUNK - 1] = value;
        put(index, value, size);
        return size++;
    }

    private void growIndex() {
        int[] old = index;
        memory.claim(2L * old.length * Integer.BYTES);
        int[] grown = new int[Math.multiplyExact(old.length, 2)];
        for (int id = 0; id < size; id++) {
            put(grown, value(id), id);
        }
        index = grown;
        memory.release((long) old.length * Integer.BYTES);
    }

    private static void put(int[] slots, long value, int id) {
        int mask = slots.length - 1;
        int slot = hash(value) & mask;
        while (slots[slot] != 0) {
            slot = slot + 1 & mask;
        }
        INTS.setRelease(slots, slot, id + 1);
    }

    static int hash(long value) {
        long mixed = value * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ mixed >>> 32) * 0xD6E8FEB86659FD93L;
        return (int) (mixed >>> 32);
    }
}
