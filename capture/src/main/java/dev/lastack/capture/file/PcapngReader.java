package dev.lastack.capture.file;

import java.util.ArrayList;
import java.util.List;

/**
 * The pcapng format, draft-ietf-opsawg-pcapng: sections, each with its byte order and interfaces.
 *
 * <pre>
 * block:  type (4)  total length (4)  body, padded to 4  total length (4)
 * option: code (2)  length (2)  value, padded to 4; code 0 or the end of the block ends the list
 * </pre>
 */
final class PcapngReader implements PacketReader {

    /** The same in both byte orders. */
    static final int SECTION_HEADER = 0x0A0D0D0A;

    private static final long BYTE_ORDER_MAGIC = 0x1A2B3C4DL;
    private static final int INTERFACE = 1;
    private static final int OBSOLETE_PACKET = 2;
    private static final int SIMPLE_PACKET = 3;
    private static final int INTERFACE_STATISTICS = 5;
    private static final int ENHANCED_PACKET = 6;

    private static final int SMALLEST_BLOCK = 12;
    private static final int SMALLEST_SECTION = 28;
    private static final int MOST_INTERFACES = 1 << 16;

    private final OctetSource source;
    private final PacketBlocks packets;
    private final InterfaceBlocks interfaces;
    private final List<String> warnings = new ArrayList<>();
    private long pending;
    private boolean inSection;
    private boolean ended;

    PcapngReader(OctetSource source) {
        this.source = source;
        this.interfaces = new InterfaceBlocks(source, MOST_INTERFACES);
        this.packets = new PacketBlocks(source, interfaces);
        sectionHeader();
    }

    @Override
    public boolean next(Frame frame) {
        while (!ended && nextBlock()) {
            int type = (int) source.u32(0);
            int length = (int) pending;
            switch (type) {
                case INTERFACE -> interfaces.describe(length);
                case INTERFACE_STATISTICS -> interfaces.statistics(length);
                case ENHANCED_PACKET -> packets.enhanced(length, frame);
                case OBSOLETE_PACKET -> packets.obsolete(length, frame);
                case SIMPLE_PACKET -> packets.simple(length, frame);
                default -> {} // Names, secrets and private blocks say nothing about segments.
            }
            if (type == ENHANCED_PACKET || type == OBSOLETE_PACKET || type == SIMPLE_PACKET) {
                return true;
            }
        }
        return false;
    }

    /** Moves to the next block and makes one of interest available as a whole. */
    private boolean nextBlock() {
        if (!source.skip(pending)) {
            return end();
        }
        pending = 0;
        if (!source.has(8)) {
            return end();
        }
        if ((int) source.u32(0) == SECTION_HEADER) {
            if (!source.has(SMALLEST_SECTION)) {
                return end();
            }
            sectionHeader();
            return true;
        }
        long length = source.u32(4);
        if (length < SMALLEST_BLOCK || length % 4 != 0) {
            throw source.problem(4, "a block of " + length + " octets; expected a multiple of 4 from 12 up");
        }
        boolean wanted = wanted((int) source.u32(0));
        if (wanted && length > OctetSource.LARGEST_RECORD) {
            throw source.problem(4, "a block of " + length + " octets; expected at most " + OctetSource.LARGEST_RECORD);
        }
        if (wanted && !source.has((int) length)) {
            return end();
        }
        pending = length;
        if (wanted) {
            checkTrailer((int) length);
        }
        return true;
    }

    private static boolean wanted(int type) {
        return switch (type) {
            case INTERFACE, OBSOLETE_PACKET, SIMPLE_PACKET, INTERFACE_STATISTICS, ENHANCED_PACKET -> true;
            default -> false;
        };
    }

    private void checkTrailer(int length) {
        long trailer = source.u32(length - 4);
        if (trailer != length) {
            throw source.problem(
                    length - 4,
                    "the block ends with the length " + trailer + "; expected " + length + " as at its start");
        }
    }

    private void sectionHeader() {
        source.byteOrder(true);
        if (!source.has(SMALLEST_SECTION)) {
            throw source.problem(source.available(), "the file ends in its section header of 28 octets or more");
        }
        if (source.u32(8) != BYTE_ORDER_MAGIC) {
            source.byteOrder(false);
            if (source.u32(8) != BYTE_ORDER_MAGIC) {
                throw source.problem(8, "the byte-order magic is %08x; expected 1a2b3c4d".formatted(source.u32(8)));
            }
        }
        if (source.u16(12) != 1) {
            throw source.problem(12, "pcapng version " + source.u16(12) + "; expected 1");
        }
        long length = source.u32(4);
        if (length < SMALLEST_SECTION || length % 4 != 0) {
            throw source.problem(4, "a section header of " + length + " octets; expected a multiple of 4 from 28 up");
        }
        interfaces.newSection();
        inSection = true;
        pending = length;
    }

    private boolean end() {
        ended = true;
        if (source.available() > 0 || pending > 0) {
            warnings.add(
                    source.name() + ": octet " + source.offset() + ": the file ends inside a block, which is left out");
        }
        return false;
    }

    @Override
    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    @Override
    public long lost() {
        return inSection ? interfaces.lost() + packets.lost() : 0;
    }

    @Override
    public long offset() {
        return source.offset();
    }

    @Override
    public void close() {
        source.close();
    }
}
