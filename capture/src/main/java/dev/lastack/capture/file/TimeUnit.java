package dev.lastack.capture.file;

import java.math.BigInteger;

/**
 * The unit of the times of an interface (if_tsresol) and their offset (if_tsoffset), draft-ietf-opsawg-pcapng §4.2.
 *
 * @param perSecond units in a second, 10^v or 2^v
 * @param offset seconds that are added to every time
 */
record TimeUnit(BigInteger perSecond, long offset) {

    private static final BigInteger NANOS = BigInteger.valueOf(1_000_000_000L);
    private static final BigInteger MICROS = BigInteger.valueOf(1_000_000L);

    /** Microseconds, which holds where the interface says nothing. */
    static final TimeUnit DEFAULT = new TimeUnit(MICROS, 0);

    /** The unit of {@code code}: its highest bit tells powers of two from powers of ten. */
    static TimeUnit of(int code, long offset) {
        int exponent = code & 0x7F;
        return new TimeUnit(
                (code & 0x80) != 0 ? BigInteger.ONE.shiftLeft(exponent) : BigInteger.TEN.pow(exponent), offset);
    }

    TimeUnit withOffset(long seconds) {
        return new TimeUnit(perSecond, seconds);
    }

    /** Nanoseconds since 1970 for an unsigned count of units; {@link Frame#NO_TIME} if 64 bits do not hold them. */
    long nanos(long units) {
        if (offset == 0 && units >= 0) {
            if (perSecond.equals(NANOS)) {
                return units;
            }
            if (perSecond.equals(MICROS) && units <= Long.MAX_VALUE / 1_000) {
                return units * 1_000;
            }
        }
        BigInteger exact = new BigInteger(Long.toUnsignedString(units))
                .multiply(NANOS)
                .divide(perSecond)
                .add(BigInteger.valueOf(offset).multiply(NANOS));
        return exact.bitLength() < Long.SIZE ? exact.longValueExact() : Frame.NO_TIME;
    }
}
