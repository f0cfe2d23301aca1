package dev.lastack.checker.store.table;

import dev.lastack.checker.store.level.Memory;

/**
 * An exact set of evenly spread numbers below 2^bits, in little more than the bits that their places do not tell.
 *
 * <p>A number is stored in the bucket that is its home in a {@link QuotientLayout}, or in one of the few after it, the
 * first that had a free slot. Its slot holds the remainder and the distance from home, and these with the place of the
 * slot give the number back, so nothing is lost. The one in a hundred that finds no slot there is kept in full. Nothing
 * is ever removed, so a look-up may end at the first bucket that is not full. Not safe for use by several threads at once.
 */
final class QuotientTable {

    /** At most this part of the slots is taken: nine of ten numbers are then at home, and one of a hundred astray. */
    private static final double LOAD = 0.95;

    private static final int DISTANCE_BITS = 3;
    private static final int FARTHEST = (1 << DISTANCE_BITS) - 1;

    /** Small tables grow fast, so that few numbers are moved; large ones slowly, so that little memory lies idle. */
    private static final int SMALL = 1 << 6;

    private static final double SMALL_GROWTH = 1.5;
    private static final double GROWTH = 1.2;

    private final int bits;
    private final Memory memory;
    private QuotientLayout layout;
    private Buckets buckets;
    private Overflow strays;
    private long bytes;
    private int room;
    private int size;

    private QuotientTable(int bits, QuotientLayout layout, Memory memory) {
        this.bits = bits;
        this.memory = memory;
        this.layout = layout;
        this.bytes = bytes(layout);
        this.buckets = new Buckets(layout.homes(), restBits(layout));
        this.strays = new Overflow(memory);
        this.room = (int) (layout.homes() * (long) Buckets.SLOTS * LOAD);
    }

    /** A set of numbers below 2^{@code bits} with {@code homes} homes, at least 8, to begin with, whatever the budget. */
    static QuotientTable of(int bits, int homes, Memory memory) {
        QuotientTable table = new QuotientTable(bits, new QuotientLayout(bits, homes), memory);
        memory.charge(table.bytes);
        return table;
    }

    private static int restBits(QuotientLayout layout) {
        return Math.max(0, layout.remainderBits() - Buckets.TAG_BITS) + DISTANCE_BITS;
    }

    private static long bytes(QuotientLayout layout) {
        return Buckets.bytes(layout.homes(), restBits(layout));
    }

    int size() {
        return size;
    }

    /**
     * Adds the numbers {@code numbers[from]} to {@code numbers[from + count - 1]}. Those that were not in the set
     * are moved to the front of this range; returns how many they are.
     */
    int addAll(long[] numbers, int from, int count) {
        touchAll(numbers, from, count);
        int end = from + dropFound(numbers, from, count);
        int fresh = from;
        for (int i = from; i < end; i++) {
            long number = numbers[i];
            if (add(number)) {
                numbers[fresh++] = number;
            }
        }
        return fresh - from;
    }

    /** Reads all homes first: reads that do not wait for each other overlap, and the look-ups then hit the cache. */
    private void touchAll(long[] numbers, int from, int count) {
        int sum = 0;
        for (int i = from; i < from + count; i++) {
            sum += buckets.touch(layout.home(numbers[i]));
        }
        if (sum > 2 * count * Byte.MAX_VALUE) {
            throw new AssertionError("the sum of " + 2 * count + " bytes cannot be " + sum);
        }
    }

    /** Moves those that are not found at first sight to the front; returns how many they are. */
    private int dropFound(long[] numbers, int from, int count) {
        int kept = from;
        for (int i = from; i < from + count; i++) {
            long number = numbers[i];
            long remainder = layout.remainder(number);
            numbers[kept] = number;
            kept += buckets.missing(layout.home(number), tag(remainder), rest(remainder, 0));
        }
        return kept - from;
    }

    /** The bucket {@code distance} after {@code bucket}, or before it if that is negative; the first follows the last. */
    private int after(int bucket, int distance) {
        int place = bucket + distance;
        return place >= layout.homes() ? place - layout.homes() : place < 0 ? place + layout.homes() : place;
    }

    private static long tag(long remainder) {
        return remainder & ((1 << Buckets.TAG_BITS) - 1);
    }

    private static long rest(long remainder, int distance) {
        return remainder >>> Buckets.TAG_BITS << DISTANCE_BITS | distance;
    }

    private boolean add(long number) {
        Buckets.Put outcome = put(number);
        if (outcome == Buckets.Put.FOUND || (outcome == Buckets.Put.FULL && !strays.add(number))) {
            return false;
        }
        if (++size > room) {
            grow();
        }
        return true;
    }

    private Buckets.Put put(long number) {
        int home = layout.home(number);
        long remainder = layout.remainder(number);
        for (int distance = 0; distance <= FARTHEST; distance++) {
            Buckets.Put outcome = buckets.put(after(home, distance), tag(remainder), rest(remainder, distance));
            if (outcome != Buckets.Put.FULL) {
                return outcome;
            }
        }
        return Buckets.Put.FULL;
    }

    /** Moves all numbers to a table with more homes. */
    private void grow() {
        QuotientLayout larger = larger();
        memory.claim(bytes(larger));
        QuotientTable grown = new QuotientTable(bits, larger, memory);
        grown.takeAll(this);
        memory.release(bytes);
        strays.free();
        layout = grown.layout;
        buckets = grown.buckets;
        strays = grown.strays;
        bytes = grown.bytes;
        room = grown.room;
    }

    /**
     * Takes the numbers of {@code other}, all different, into this empty table. They come in nearly ascending order, so
     * memory is passed through once.
     */
    private void takeAll(QuotientTable other) {
        for (int bucket = 0; bucket < other.layout.homes(); bucket++) {
            int taken = other.buckets.taken(bucket);
            long first = other.layout.first(bucket);
            for (int slot = 0; slot < taken; slot++) {
                long rest = other.buckets.rest(bucket, slot);
                int distance = (int) rest & FARTHEST;
                long remainder = rest >>> DISTANCE_BITS << Buckets.TAG_BITS | other.buckets.tag(bucket, slot);
                long least = distance == 0 ? first : other.layout.first(other.after(bucket, -distance));
                place(other.layout.number(least, remainder));
            }
        }
        for (long number : other.strays.numbers()) {
            place(number);
        }
    }

    /** Puts a number that is not in the set into the first bucket from its home on that is not full. */
    private void place(long number) {
        int home = layout.home(number);
        long remainder = layout.remainder(number);
        int distance = 0;
        while (distance <= FARTHEST
                && !buckets.append(after(home, distance), tag(remainder), rest(remainder, distance))) {
            distance++;
        }
        if (distance > FARTHEST) {
            strays.add(number);
        }
    }

    private QuotientLayout larger() {
        double homes = 1 + layout.homes() * (layout.homes() < SMALL ? SMALL_GROWTH : GROWTH);
        if (homes * (Buckets.SLOTS + 2 * Buckets.WIDEST_REST) > Integer.MAX_VALUE / 2.0) {
            throw new Memory.Exhausted("a table of the state store cannot grow beyond " + bytes + " bytes");
        }
        return new QuotientLayout(bits, (int) homes);
    }
}
