package dev.lastack.model.state;

/**
 * Arithmetic on sequence numbers, RFC 9293 §3.4: modulo a power of two, or unbounded.
 *
 * <p>Numbers are never negative. {@link #origin()} stands for the number 0 of the protocol: it is 1 in an unbounded space,
 * which leaves room for the ISS before it.
 */
public final class SequenceSpace {

    private final int size;
    private final int mask;
    private final int signScale;

    /** A space of {@code size} numbers, a power of two; 0 for an unbounded one. */
    SequenceSpace(int size) {
        if (size < 0 || Integer.bitCount(size) > 1 || size == 1) {
            throw new IllegalArgumentException("a sequence space has a power of two of numbers, not " + size);
        }
        this.size = size;
        this.mask = size - 1;
        this.signScale = size == 0 ? 1 : Integer.MIN_VALUE / (size / 2) * -1;
    }

    public boolean unbounded() {
        return size == 0;
    }

    /** How many numbers there are; 0 without bound. */
    public int size() {
        return size;
    }

    /** What stands for the number 0 of the protocol. */
    public int origin() {
        return unbounded() ? 1 : 0;
    }

    public int plus(int number, int octets) {
        return (number + octets) & mask;
    }

    /** From {@code from} up to {@code to}. */
    public int distance(int from, int to) {
        return (to - from) & mask;
    }

    /** {@code a < b}: b is ahead of a by at most half of the space, so that of two numbers half of it apart each is before the other. */
    public boolean less(int a, int b) {
        return (a - b) * signScale < 0;
    }

    /** {@code from <= number < from + length}. */
    public boolean within(int number, int from, int length) {
        return Integer.compareUnsigned((number - from) & mask, length) < 0;
    }

    /** How people read {@code number}. */
    public int shown(int number) {
        return number - origin();
    }
}
