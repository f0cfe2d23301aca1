package dev.lastack.endpoint.wire;

/**
 * Arithmetic of sequence numbers modulo a power of two, RFC 9293 §3.4: 2^32 on the wire, less for comparison with a
 * model whose space is small. A number is a long from 0 to {@code modulus - 1}.
 */
public record SequenceNumbers(long modulus) {

    /** The space of the TCP header. */
    public static final SequenceNumbers WIRE = new SequenceNumbers(1L << 32);

    public SequenceNumbers {
        if (modulus < 4 || modulus > 1L << 32 || Long.bitCount(modulus) != 1) {
            throw new IllegalArgumentException(
                    "sequence modulus " + modulus + ": expected a power of two from 4 to 4294967296");
        }
    }

    /** {@code n} brought into the space. */
    public long of(long n) {
        return n & (modulus - 1);
    }

    public long plus(long number, long octets) {
        return of(number + octets);
    }

    /** How many numbers {@code to} lies after {@code from}, going upwards. */
    public long distance(long from, long to) {
        return of(to - from);
    }

    /** {@code a} comes before {@code b}: the way up from b to a is at least half the space. */
    public boolean less(long a, long b) {
        return distance(b, a) >= modulus / 2;
    }

    public boolean lessOrEqual(long a, long b) {
        return a == b || less(a, b);
    }

    /** {@code number} is one of the {@code size} numbers from {@code left} on. */
    public boolean inWindow(long number, long left, long size) {
        return distance(left, number) < size;
    }

    /** after &lt; number ≤ last, where {@code last} does not precede {@code after}. */
    public boolean inRange(long number, long after, long last) {
        return number != after && distance(after, number) <= distance(after, last);
    }
}
