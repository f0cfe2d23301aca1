package dev.lastack.checker.store.level;

/**
 * Codes ascending states as differences. A state is told by the first word in which it differs from the one
 * before, by how much that word is larger (both in one number, seven bits to a byte), and by the bytes in which
 * each later word differs (a byte that says which, then those bytes).
 *
 * <p>Shape: {@code number(difference - 1 << placeBits | place) (mask byte*)*}; {@code place == words} announces
 * a state told in full, eight bytes to a word, the least significant one first.
 */
final class StateCoder {

    private final int words;
    private final int placeBits;
    private byte[] bytes = new byte[0];
    private int position;

    StateCoder(int words) {
        this.words = words;
        this.placeBits = words == 1 ? 0 : Integer.SIZE - Integer.numberOfLeadingZeros(words);
    }

    /** The most bytes that a state may take. */
    static int mostBytes(int words) {
        return 10 + 9 * words;
    }

    /** Writes to {@code into} from {@code at} on. */
    void writeTo(byte[] into, int at) {
        bytes = into;
        position = at;
    }

    /** Reads from {@code from} at {@code at} on. */
    void readFrom(byte[] from, int at) {
        bytes = from;
        position = at;
    }

    int position() {
        return position;
    }

    /** Writes the state at {@code rows[i..]}, which comes after the one before it in {@code rows}. */
    void encode(long[] rows, int i) {
        int before = i - words;
        int place = 0;
        while (place < words - 1 && rows[i + place] == rows[before + place]) {
            place++;
        }
        long difference = rows[i + place] - rows[before + place] - 1;
        if (difference >>> (Long.SIZE - placeBits - 1) > 1) {
            number(words);
            for (int word = 0; word < words; word++) {
                plain(rows[i + word]);
            }
            return;
        }
        number(difference << placeBits | place);
        for (int word = place + 1; word < words; word++) {
            changes(rows[i + word] ^ rows[before + word]);
        }
    }

    private void number(long value) {
        long rest = value;
        while (rest >>> 7 != 0) {
            bytes[position++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[position++] = (byte) rest;
    }

    private void plain(long word) {
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            bytes[position++] = (byte) (word >>> shift);
        }
    }

    private void changes(long changed) {
        int maskAt = position++;
        int mask = 0;
        for (int b = 0; b < Long.BYTES; b++) {
            byte change = (byte) (changed >>> (8 * b));
            if (change != 0) {
                mask |= 1 << b;
                bytes[position++] = change;
            }
        }
        bytes[maskAt] = (byte) mask;
    }

    /** Reads the next state to {@code rows[i..]}; the one before it stands before it in {@code rows}. */
    void decode(long[] rows, int i) {
        int before = i - words;
        long value = number();
        if (placeBits == 0) {
            rows[i] = rows[before] + value + 1;
            return;
        }
        int place = (int) value & (1 << placeBits) - 1;
        if (place == words) {
            for (int word = 0; word < words; word++) {
                rows[i + word] = plain();
            }
            return;
        }
        for (int word = 0; word < place; word++) {
            rows[i + word] = rows[before + word];
        }
        rows[i + place] = rows[before + place] + (value >>> placeBits) + 1;
        for (int word = place + 1; word < words; word++) {
            rows[i + word] = rows[before + word] ^ changes();
        }
    }

    private long number() {
        long value = bytes[position++];
        if (value >= 0) {
            return value;
        }
        value &= 0x7f;
        for (int shift = 7; ; shift += 7) {
            long part = bytes[position++];
            value |= (part & 0x7f) << shift;
            if (part >= 0) {
                return value;
            }
        }
    }

    private long plain() {
        long word = 0;
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            word |= (bytes[position++] & 0xffL) << shift;
        }
        return word;
    }

    private long changes() {
        long changed = 0;
        for (int mask = bytes[position++] & 0xff; mask != 0; mask &= mask - 1) {
            changed |= (bytes[position++] & 0xffL) << (8 * Integer.numberOfTrailingZeros(mask));
        }
        return changed;
    }
}
