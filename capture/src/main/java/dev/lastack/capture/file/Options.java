package dev.lastack.capture.file;

/** Walks the options of a block: code (2), length (2), value padded to 4. The list ends with code 0 or with the block. */
final class Options {

    private static final int HEADER = 4;

    private final OctetSource source;
    private int end;
    private int at;
    private int code;
    private int length;

    /** Options from position {@code start} up to {@code end}. */
    Options(OctetSource source, int start, int end) {
        this.source = source;
        from(start, end);
    }

    /** Starts over with another list. */
    void from(int newStart, int newEnd) {
        at = newStart;
        end = newEnd;
        length = -HEADER;
    }

    boolean next() {
        at += HEADER + padded(length);
        if (at + HEADER > end) {
            return false;
        }
        code = source.u16(at);
        length = source.u16(at + 2);
        if (code == 0) {
            return false;
        }
        if (at + HEADER + length > end) {
            throw source.problem(
                    at + 2,
                    "option " + code + " has " + length + " octets; the block ends after " + (end - at - HEADER));
        }
        return true;
    }

    int code() {
        return code;
    }

    /** Position of the value, which must have {@code expected} octets. */
    int value(int expected) {
        if (length != expected) {
            throw source.problem(at + 2, "option " + code + " has " + length + " octets; expected " + expected);
        }
        return at + HEADER;
    }

    static int padded(int length) {
        return (length + 3) & ~3;
    }
}
