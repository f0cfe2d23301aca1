package dev.lastack.capture.file;

import dev.lastack.capture.file.Frame.Direction;

/** The three kinds of block that hold a packet. */
final class PacketBlocks {

    private static final int FLAGS = 2;
    private static final int DROP_COUNT = 4;
    private static final int DROPS_UNKNOWN = 0xFFFF;

    private final OctetSource source;
    private final InterfaceBlocks interfaces;
    private final Options options;
    private long lost;

    PacketBlocks(OctetSource source, InterfaceBlocks interfaces) {
        this.source = source;
        this.interfaces = interfaces;
        this.options = new Options(source, 0, 0);
    }

    /** Type 6: interface (4), time (4, 4), captured (4), original (4), octets, options. */
    void enhanced(int length, Frame frame) {
        requireAtLeast(length, 32);
        timed(interfaces.get(8, source.u32(8)), length, frame);
    }

    /** Type 2, obsolete: as type 6, but interface (2) and packets dropped before this one (2). */
    void obsolete(int length, Frame frame) {
        requireAtLeast(length, 32);
        timed(interfaces.get(8, source.u16(8)), length, frame);
        int dropped = source.u16(10);
        lost += dropped == DROPS_UNKNOWN ? 0 : dropped;
    }

    /** Type 3: original (4), octets; interface 0 and no time. */
    void simple(int length, Frame frame) {
        requireAtLeast(length, 16);
        Interface tap = interfaces.get(0, 0);
        long original = source.u32(8);
        long limit = tap.snapLength() == 0 ? Long.MAX_VALUE : tap.snapLength();
        long captured = Math.min(Math.min(original, limit), length - 16);
        fill(frame, tap, 12, captured, original);
        frame.time = Frame.NO_TIME;
        frame.direction = Direction.UNKNOWN;
    }

    private void timed(Interface tap, int length, Frame frame) {
        long captured = source.u32(20);
        if (captured > length - 32) {
            throw source.problem(20, "a packet of " + captured + " octets; the block has room for " + (length - 32));
        }
        fill(frame, tap, 28, captured, source.u32(24));
        frame.time = tap.unit().nanos(source.u32(12) << 32 | source.u32(16));
        frame.direction = Direction.UNKNOWN;
        options.from(28 + Options.padded((int) captured), length - 4);
        while (options.next()) {
            if (options.code() == FLAGS) {
                frame.direction = direction((int) source.u32(options.value(4)) & 3);
            } else if (options.code() == DROP_COUNT) {
                lost += Math.max(0, source.i64(options.value(8)));
            }
        }
    }

    private void fill(Frame frame, Interface tap, int at, long captured, long original) {
        boolean whole = captured == original;
        frame.octets = source.buffer();
        frame.start = source.index(at);
        frame.length = (int) Math.max(0, captured - (whole ? tap.checkSequence() : 0));
        frame.original = original;
        frame.linkType = tap.linkType();
        frame.tap = tap.tap();
    }

    private void requireAtLeast(int length, int least) {
        if (length < least) {
            throw source.problem(4, "a packet block of " + length + " octets; expected at least " + least);
        }
    }

    private static Direction direction(int bits) {
        return switch (bits) {
            case 1 -> Direction.INBOUND;
            case 2 -> Direction.OUTBOUND;
            default -> Direction.UNKNOWN;
        };
    }

    long lost() {
        return lost;
    }
}
