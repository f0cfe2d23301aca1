package dev.lastack.model;

/**
 * The segments on their way to one host, in the slots of a state. With reordering they lie in descending order of their
 * packed form, so that equal sets of segments are equal words; without, in the order in which they were sent. Empty slots
 * come last.
 */
final class InFlight {

    private final StateLayout.Field[] slots;
    private final SegmentFormat format;
    private final NetworkMode mode;
    private final int capacity;
    private final boolean reordering;
    private final boolean timestamps;
    private final long[] words;

    InFlight(Setting setting, StateLayout.Field[] slots, long[] words) {
        this.slots = slots;
        this.format = setting.format();
        this.mode = NetworkMode.of(setting.environment());
        this.capacity = setting.environment().capacity();
        this.reordering = setting.environment().reordering();
        this.timestamps = setting.bounds().timestamps();
        this.words = words;
    }

    int slots() {
        return slots.length;
    }

    /** The packed segment in {@code slot}, or 0. */
    long at(int slot) {
        return slots[slot].getLong(words);
    }

    private void put(int slot, long segment) {
        slots[slot].setLong(words, segment);
    }

    /** How many segments there are. */
    int size() {
        int size = 0;
        while (size < slots.length && at(size) != 0) {
            size++;
        }
        return size;
    }

    /** Whether as many segments are on their way as may be; those that have arrived take no capacity. */
    boolean full() {
        int waiting = 0;
        for (int slot = 0; slot < slots.length; slot++) {
            long segment = at(slot);
            if (segment == 0) {
                break;
            }
            if (!format.arrived(segment)) {
                waiting++;
            }
        }
        return waiting >= capacity;
    }

    /** The slot of a segment that is the same but for its age and whose place {@code segment} can take, or -1. */
    int slotOfOlderTwin(long segment) {
        if (mode == NetworkMode.FORGETTING || (mode == NetworkMode.MARKING && !format.arrived(segment))) {
            return -1;
        }
        for (int slot = 0; slot < slots.length; slot++) {
            long other = at(slot);
            if (other == 0) {
                return -1;
            }
            // The age is part of what a segment with timestamps says.
            if (other == segment || (!timestamps && format.identity(other) == format.identity(segment))) {
                return slot;
            }
        }
        return -1;
    }

    /** Lets the younger of {@code segment} and its twin in {@code slot} stay there. */
    void mergeInto(int slot, long segment) {
        put(slot, Math.min(at(slot), segment));
    }

    /** Adds a segment; there must be an empty slot. */
    void add(long segment) {
        int slot = size();
        while (reordering && slot > 0 && at(slot - 1) < segment) {
            put(slot, at(slot - 1));
            slot--;
        }
        put(slot, segment);
    }

    void remove(int slot) {
        int last = slot;
        while (last + 1 < slots.length && at(last + 1) != 0) {
            put(last, at(last + 1));
            last++;
        }
        put(last, 0);
    }

    /** Adds a segment before all others, where the order of sending is the order of the slots. */
    void addFirst(long segment) {
        for (int slot = size(); slot > 0; slot--) {
            put(slot, at(slot - 1));
        }
        put(0, segment);
    }

    /** How many segments have arrived and are kept as originals of copies. */
    int remembered() {
        int remembered = 0;
        for (int slot = 0; slot < slots.length && at(slot) != 0; slot++) {
            if (format.arrived(at(slot))) {
                remembered++;
            }
        }
        return remembered;
    }

    void forgetArrived() {
        int slot = 0;
        while (slot < slots.length && at(slot) != 0) {
            if (format.arrived(at(slot))) {
                remove(slot);
            } else {
                slot++;
            }
        }
    }

    /** Puts {@code segment} in the place of another that is as high in the order. */
    void replace(int slot, long segment) {
        put(slot, segment);
    }
}
