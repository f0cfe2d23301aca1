package dev.lastack.capture.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Octets of a file through one reused buffer, with their offset in the file. Numbers are read from what {@link #has} made
 * available; positions count from the next octet that was not skipped.
 */
final class OctetSource implements AutoCloseable {

    private static final int INITIAL = 1 << 16;

    /** A packet or block that claims more octets is damaged. */
    static final int LARGEST_RECORD = 16 << 20;

    private final String name;
    private final InputStream in;
    private byte[] buffer = new byte[INITIAL];
    private int from;
    private int to;
    private long offset;
    private boolean bigEndian;

    OctetSource(String name, InputStream in) {
        this.name = name;
        this.in = in;
    }

    void byteOrder(boolean bigEndianNow) {
        bigEndian = bigEndianNow;
    }

    /** Whether {@code wanted} more octets follow; they can be read then. */
    boolean has(int wanted) {
        if (to - from >= wanted) {
            return true;
        }
        while (to - from < wanted) {
            // A damaged length must not take memory for octets that the file does not have.
            makeRoom(Math.min(wanted, INITIAL + 2 * (to - from)));
            int read = read();
            if (read < 0) {
                return false;
            }
            to += read;
        }
        return true;
    }

    /** Octets that can be read without reading the file. */
    int available() {
        return to - from;
    }

    private void makeRoom(int wanted) {
        if (buffer.length - from >= wanted) {
            return;
        }
        byte[] target = buffer.length >= wanted ? buffer : new byte[Math.max(wanted, 2 * buffer.length)];
        System.arraycopy(buffer, from, target, 0, to - from);
        buffer = target;
        to -= from;
        from = 0;
    }

    private int read() {
        try {
            return in.read(buffer, to, buffer.length - to);
        } catch (IOException e) {
            throw new CaptureFileException(name, offset + to - from, "cannot be read: " + e.getMessage());
        }
    }

    /** Skips octets; false if the file ends first. */
    boolean skip(long octets) {
        long left = octets;
        while (left > to - from) {
            left -= to - from;
            offset += to - from;
            from = 0;
            to = 0;
            if (!has(1)) {
                return false;
            }
        }
        from += (int) left;
        offset += left;
        return true;
    }

    /** The offset in the file of the octet at position 0. */
    long offset() {
        return offset;
    }

    byte[] buffer() {
        return buffer;
    }

    /** Where position {@code at} lies in {@link #buffer()}. */
    int index(int at) {
        return from + at;
    }

    int u16(int at) {
        int first = buffer[from + at] & 0xFF;
        int second = buffer[from + at + 1] & 0xFF;
        return bigEndian ? first << 8 | second : second << 8 | first;
    }

    long u32(int at) {
        long first = u16(at);
        long second = u16(at + 2);
        return bigEndian ? first << 16 | second : second << 16 | first;
    }

    int u8(int at) {
        return buffer[from + at] & 0xFF;
    }

    /** Eight octets in the byte order of the file. */
    long i64(int at) {
        long first = u32(at);
        long second = u32(at + 4);
        return bigEndian ? first << 32 | second : second << 32 | first;
    }

    byte[] copy(int at, int length) {
        return Arrays.copyOfRange(buffer, from + at, from + at + length);
    }

    CaptureFileException problem(int at, String words) {
        return new CaptureFileException(name, offset + at, words);
    }

    String name() {
        return name;
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw new CaptureFileException(name, "cannot be closed: " + e.getMessage());
        }
    }
}
