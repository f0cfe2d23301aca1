package dev.lastack.capture.file;

import java.util.ArrayList;
import java.util.List;

/**
 * The pcap format, draft-ietf-opsawg-pcap. All fields are in the byte order of the writer.
 *
 * <pre>
 * file:   magic (4)  major (2)  minor (2)  reserved (4)  reserved (4)  snap length (4)  link type (4)
 * record: seconds (4)  fraction (4)  captured length (4)  original length (4)  octets, without padding
 * </pre>
 */
final class PcapReader implements PacketReader {

    private static final int MICROSECONDS = 0xA1B2C3D4;
    private static final int NANOSECONDS = 0xA1B23C4D;
    private static final int MODIFIED = 0xA1B2CD34;
    private static final int FILE_HEADER = 24;
    private static final int RECORD_HEADER = 16;
    private static final long PER_SECOND = 1_000_000_000L;

    private final OctetSource source;
    private final long nanosPerUnit;
    private final long largest;
    private final int linkType;
    private final int checkSequence;
    private final List<String> warnings = new ArrayList<>();
    private int pending;
    private boolean oddFraction;

    PcapReader(OctetSource source, int magic) {
        this.source = source;
        boolean big = magic == MICROSECONDS || magic == NANOSECONDS;
        int inOrder = big ? magic : Integer.reverseBytes(magic);
        if (magic == MODIFIED || inOrder == MODIFIED) {
            throw source.problem(0, "a modified pcap format (magic a1b2cd34); expected pcap or pcapng");
        }
        if (inOrder != MICROSECONDS && inOrder != NANOSECONDS) {
            throw source.problem(
                    0, "the magic number is %08x; expected a1b2c3d4, a1b23c4d or 0a0d0d0a".formatted(magic));
        }
        source.byteOrder(big);
        if (!source.has(FILE_HEADER)) {
            throw source.problem(source.available(), "the file ends in its header of " + FILE_HEADER + " octets");
        }
        if (source.u16(4) != 2) {
            throw source.problem(4, "pcap version " + source.u16(4) + "; expected 2");
        }
        this.nanosPerUnit = inOrder == NANOSECONDS ? 1 : 1_000;
        this.largest = Math.min(Math.max(source.u32(16), LinkType.LARGEST_PACKET), OctetSource.LARGEST_RECORD);
        long word = source.u32(20);
        this.linkType = (int) (word & 0xFFFF);
        // Bit 26 says that the top four bits hold the length of the frame check sequence in 16-bit words.
        this.checkSequence = (word & 0x0400_0000L) != 0 ? (int) (word >>> 28) * 2 : 0;
        if (!LinkType.known(linkType)) {
            throw source.problem(
                    20,
                    LinkType.name(linkType) + " is not read; expected Ethernet, Linux cooked, raw IP or BSD loopback");
        }
        source.skip(FILE_HEADER);
    }

    @Override
    public boolean next(Frame frame) {
        source.skip(pending);
        pending = 0;
        if (!source.has(RECORD_HEADER)) {
            return end(source.available());
        }
        long captured = source.u32(8);
        if (captured > largest) {
            throw source.problem(8, "a packet of " + captured + " octets; expected at most " + largest);
        }
        int length = (int) captured;
        if (!source.has(RECORD_HEADER + length)) {
            return end(source.available());
        }
        long fraction = source.u32(4);
        if (fraction * nanosPerUnit >= PER_SECOND && !oddFraction) {
            oddFraction = true;
            warnings.add(source.name() + ": octet " + (source.offset() + 4) + ": the fraction of a second is "
                    + fraction + ", more than a second; it is added");
        }
        frame.time = source.u32(0) * PER_SECOND + fraction * nanosPerUnit;
        frame.original = source.u32(12);
        frame.octets = source.buffer();
        frame.start = source.index(RECORD_HEADER);
        frame.length = Math.max(0, length - checkSequenceIn(length, frame.original));
        frame.linkType = linkType;
        frame.tap = 0;
        frame.direction = Frame.Direction.UNKNOWN;
        pending = RECORD_HEADER + length;
        return true;
    }

    /** A packet that the snap length cut has lost its frame check sequence already. */
    private int checkSequenceIn(int captured, long original) {
        return captured == original ? checkSequence : 0;
    }

    private boolean end(int left) {
        if (left > 0 && warnings.stream().noneMatch(warning -> warning.contains("the file ends inside"))) {
            warnings.add(source.name() + ": octet " + source.offset()
                    + ": the file ends inside a packet, which is left out");
        }
        return false;
    }

    @Override
    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    @Override
    public long lost() {
        return 0;
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
