package dev.lastack.benchmarks.twin;

import java.util.function.IntConsumer;

/**
 * The set of segments in flight in one long: slots of equal width, the greatest segment in the least significant
 * one, empty slots (0) last. A set has one representation only.
 */
final class NetworkFormat {

    private final TwinSegmentFormat segments;
    private final int width;
    private final int mask;
    private final int capacity;

    NetworkFormat(TwinConstants constants, TwinSegmentFormat segments) {
        this.segments = segments;
        this.width = segments.bits();
        this.mask = (1 << width) - 1;
        this.capacity = constants.capacity();
        if (bits() >= Long.SIZE) {
            throw new IllegalArgumentException(
                    "the twin with constants %s has %d bits of segments in flight; at most 63 fit"
                            .formatted(constants, bits()));
        }
    }

    int bits() {
        return capacity * width;
    }

    boolean hasRoom(long network) {
        return network >>> ((capacity - 1) * width) == 0;
    }

    /** The segment in a slot, 0 if it is empty; slots from the capacity on are empty. */
    int slot(long network, int slot) {
        return slot < capacity ? (int) (network >>> (slot * width)) & mask : 0;
    }

    /** The set with one segment more, or the same set if it is in flight already; needs room for one. */
    long with(long network, int segment) {
        // How many segments stand before it, and whether it is there, without a branch that nobody could predict.
        int before = 0;
        int equal = 0;
        for (int slot = 0; slot < capacity; slot++) {
            int difference = segment - ((int) (network >>> (slot * width)) & mask);
            before -= difference >> (Integer.SIZE - 1);
            equal |= difference - 1 & ~difference;
        }
        if (equal < 0) {
            return network;
        }
        int at = before * width;
        long kept = network & ((1L << at) - 1);
        return kept | ((long) segment << at) | ((network ^ kept) << width);
    }

    long without(long network, int slot) {
        int at = slot * width;
        long before = network & ((1L << at) - 1);
        return before | ((network >>> width) & -(1L << at));
    }

    /** The set a tick later. Ageing keeps the order, since the life is the least significant field. */
    long older(long network) {
        long older = 0;
        int at = 0;
        for (long rest = network; rest != 0; rest >>>= width) {
            int segment = (int) rest & mask;
            if (!segments.lastTick(segment)) {
                older |= (long) segments.older(segment) << at;
                at += width;
            }
        }
        return older;
    }

    void forEach(long network, IntConsumer action) {
        for (long rest = network; rest != 0; rest >>>= width) {
            action.accept((int) rest & mask);
        }
    }
}
