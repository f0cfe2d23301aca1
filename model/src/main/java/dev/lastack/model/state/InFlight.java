package dev.lastack.model.state;

/**
 * The segments on their way to one host. With reordering they lie in descending order of their packed form, so that equal
 * sets of segments are equal words; without, in the order in which they were sent. Empty slots come last.
 *
 * <p>They are read off a state once for all of its steps, worked on unpacked, and packed again only if a step has changed
 * them.
 */
public final class InFlight {

    /** No step sends more segments in one direction. */
    public static final int MOST_SENT_AT_ONCE = 2;

    private final StateLayout.Field[] slots;
    private final SegmentFormat format;
    private final NetworkMode mode;
    private final int capacity;
    private final boolean reordering;
    /** The bits in which a segment and one that can take its place may differ. */
    private final long ofAge;

    private final boolean merges;

    /** What the loaded state holds. */
    private final long[] loaded;

    private int loadedSize;

    /** What the step at hand has made of it; 0 from {@link #size} on. */
    private final long[] segments;

    private int size;
    private boolean changed;

    public InFlight(ResolvedScenario setting, StateLayout.Field[] slots) {
        this.slots = slots;
        this.format = setting.format();
        this.mode = setting.bounds().networkMode();
        this.capacity = setting.environment().boundedCapacity();
        this.reordering = setting.environment().reordering();
        // The age is part of what a segment with timestamps says.
        this.ofAge = setting.bounds().timestamps() ? 0 : format.ageBits();
        this.merges = mode != NetworkMode.FORGETTING;
        this.loaded = new long[slots.length];
        this.segments = new long[slots.length];
    }

    /** Reads the slots of a state. */
    public void load(long[] words) {
        int filled = 0;
        for (int slot = 0; slot < slots.length; slot++) {
            long segment = slots[slot].getLong(words);
            loaded[slot] = segment;
            segments[slot] = segment;
            if (segment != 0) {
                filled++;
            }
        }
        loadedSize = filled;
        size = filled;
        changed = false;
    }

    /** Goes back to what was loaded. */
    public void restore() {
        if (changed) {
            for (int slot = 0; slot < slots.length; slot++) {
                segments[slot] = loaded[slot];
            }
            size = loadedSize;
            changed = false;
        }
    }

    /** Writes to the slots of a state what has changed since it was loaded. */
    public void store(long[] words) {
        if (changed) {
            for (int slot = 0; slot < slots.length; slot++) {
                slots[slot].setLong(words, segments[slot]);
            }
        }
    }

    public int slots() {
        return slots.length;
    }

    /** How many segments there are. */
    public int size() {
        return size;
    }

    /** The packed segment in {@code slot}, or 0. */
    public long at(int slot) {
        return segments[slot];
    }

    private void put(int slot, long segment) {
        segments[slot] = segment;
        changed = true;
    }

    /** Whether as many segments are on their way as may be; those that have arrived take no capacity. */
    public boolean full() {
        return size >= capacity && size - remembered() >= capacity;
    }

    /** Whether there may be no room for what one step sends or leaves behind. */
    public boolean isCrowded() {
        int remembered = remembered();
        return size - remembered + MOST_SENT_AT_ONCE > capacity
                || (mode == NetworkMode.MARKING && remembered >= slots.length - capacity);
    }

    /** The slot of a segment that is the same but for its age and whose place {@code segment} can take, or -1. */
    public int slotOfOlderTwin(long segment) {
        if (!merges || (mode == NetworkMode.MARKING && !format.arrived(segment))) {
            return -1;
        }
        for (int slot = 0; slot < size; slot++) {
            if (((segments[slot] ^ segment) & ~ofAge) == 0) {
                return slot;
            }
        }
        return -1;
    }

    /** Lets the younger of {@code segment} and its twin in {@code slot} stay there. */
    public void mergeInto(int slot, long segment) {
        if (segment < segments[slot]) {
            put(slot, segment);
        }
    }

    /** Adds a segment; there must be an empty slot. */
    public void add(long segment) {
        int slot = size;
        while (reordering && slot > 0 && segments[slot - 1] < segment) {
            segments[slot] = segments[slot - 1];
            slot--;
        }
        put(slot, segment);
        size++;
    }

    public void remove(int slot) {
        for (int i = slot; i + 1 < size; i++) {
            segments[i] = segments[i + 1];
        }
        size--;
        put(size, 0);
    }

    /** Adds a segment before all others, where the order of sending is the order of the slots. */
    public void addFirst(long segment) {
        for (int slot = size; slot > 0; slot--) {
            segments[slot] = segments[slot - 1];
        }
        put(0, segment);
        size++;
    }

    /** How many segments have arrived and are kept as originals of copies. */
    public int remembered() {
        int remembered = 0;
        for (int slot = 0; slot < size && mode == NetworkMode.MARKING; slot++) {
            if (format.arrived(segments[slot])) {
                remembered++;
            }
        }
        return remembered;
    }

    public void forgetArrived() {
        int slot = 0;
        while (slot < size) {
            if (format.arrived(segments[slot])) {
                remove(slot);
            } else {
                slot++;
            }
        }
    }

    /** Puts {@code segment} in the place of another that is as high in the order. */
    public void replace(int slot, long segment) {
        put(slot, segment);
    }
}
