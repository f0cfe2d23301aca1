package dev.lastack.capture.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastack.capture.file.Frame.Direction;
import dev.lastack.capture.fixture.CaptureBuilder;
import java.io.ByteArrayInputStream;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Both formats in both byte orders, with what their drafts allow and what damaged files look like. */
class ReadersTest {

    private static final byte[] FRAME = {0x45, 1, 2, 3, 4};
    private static final long SECOND = 1_000_000_000L;

    private record Read(long time, List<Byte> octets, long original, int linkType, int tap, Direction direction) {}

    private static List<Read> read(byte[] file) {
        return read(file, new ArrayList<>());
    }

    private static List<Read> read(byte[] file, List<String> warnings) {
        try (PacketReader reader = CaptureFile.open("x.pcap", new ByteArrayInputStream(file))) {
            Frame frame = new Frame();
            List<Read> all = new ArrayList<>();
            while (reader.next(frame)) {
                List<Byte> octets = new ArrayList<>();
                for (int i = 0; i < frame.length(); i++) {
                    octets.add(frame.octets()[frame.start() + i]);
                }
                all.add(new Read(
                        frame.time(), octets, frame.original(), frame.linkType(), frame.tap(), frame.direction()));
            }
            warnings.addAll(reader.warnings());
            return all;
        }
    }

    @ParameterizedTest
    @CsvSource({"little,a1b2c3d4,1000", "big,a1b2c3d4,1000", "little,a1b23c4d,1", "big,a1b23c4d,1"})
    void pcapInEveryByteOrderAndResolution(String order, String magic, int nanos) {
        ByteOrder written = order.equals("big") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        byte[] file = CaptureBuilder.pcap(written, Integer.parseUnsignedInt(magic, 16), 96, 101)
                .record(0xF000_0000L, 7, FRAME)
                .record(0xF000_0001L, 8, FRAME, 3)
                .octets();

        List<Read> packets = read(file);

        assertThat(packets).hasSize(2);
        assertThat(packets.get(0).time()).isEqualTo(0xF000_0000L * SECOND + 7L * nanos);
        assertThat(packets.get(0).octets()).containsExactly((byte) 0x45, (byte) 1, (byte) 2, (byte) 3, (byte) 4);
        assertThat(packets.get(1).octets()).hasSize(3);
        assertThat(packets.get(1).original()).isEqualTo(5);
    }

    @Test
    void aFrameCheckSequenceIsNoPartOfThePacket() {
        byte[] file = CaptureBuilder.pcap(ByteOrder.LITTLE_ENDIAN, 0xA1B2C3D4, 0, 0x2400_0001)
                .record(1, 0, new byte[64])
                .record(1, 0, new byte[64], 62)
                .octets();

        assertThat(read(file)).extracting(read -> read.octets().size()).containsExactly(60, 62);
        assertThat(read(file)).extracting(Read::linkType).containsOnly(1);
    }

    /** Every kind of packet block, options, blocks to skip and a second section in the other byte order. */
    @Test
    void pcapngWithEverythingInIt() {
        CaptureBuilder file = CaptureBuilder.pcapng(ByteOrder.LITTLE_ENDIAN);
        byte[] halves = file.option(9, (byte) 0x81);
        byte[] offset =
                file.option(14, (byte) 100, (byte) 0, (byte) 0, (byte) 0, (byte) 0, (byte) 0, (byte) 0, (byte) 0);
        file.networkInterface(1, 0, concat(halves, offset));
        file.networkInterface(101, 3);
        file.block(0xBAD, 8, body -> body);
        file.enhanced(0, 21, FRAME, file.option(2, (byte) 2, (byte) 0, (byte) 0, (byte) 0));
        file.enhanced(1, 2_000_001, FRAME);
        file.simple(FRAME);
        file.obsolete(0, 0xFFFF, 40, FRAME);
        file.section(ByteOrder.BIG_ENDIAN);
        file.networkInterface(113, 0, file.option(9, (byte) 9));
        file.enhanced(0, 5, FRAME, file.option(2, (byte) 0, (byte) 0, (byte) 0, (byte) 1));

        List<Read> packets = read(file.octets());

        assertThat(packets)
                .extracting(Read::time)
                .containsExactly(110 * SECOND + SECOND / 2, 2_000_001_000L, Frame.NO_TIME, 120 * SECOND, 5L);
        assertThat(packets).extracting(Read::tap).containsExactly(0, 1, 0, 0, 2);
        assertThat(packets).extracting(Read::linkType).containsExactly(1, 101, 1, 1, 113);
        assertThat(packets)
                .extracting(Read::direction)
                .containsExactly(
                        Direction.OUTBOUND, Direction.UNKNOWN, Direction.UNKNOWN, Direction.UNKNOWN, Direction.INBOUND);
        assertThat(packets).allSatisfy(packet -> assertThat(packet.octets()).hasSize(5));
    }

    @ParameterizedTest
    @CsvSource({"0,1", "3,1000", "6,1000000", "9,1000000000", "12,1000000000000", "138,1024", "148,1048576"})
    void aTimeIsExactInEveryUnit(int code, long perSecond) {
        TimeUnit unit = TimeUnit.of(code, -1);

        assertThat(unit.nanos(3 * perSecond)).isEqualTo(2 * SECOND);
    }

    @Test
    void aTimeBeyondWhatFitsIsNone() {
        assertThat(TimeUnit.of(0, 0).nanos(-1)).isEqualTo(Frame.NO_TIME);
        assertThat(TimeUnit.of(127, 0).nanos(-1)).isZero();
    }

    @Test
    void lossesThatTheFileTellsAreSummed() {
        CaptureBuilder file = CaptureBuilder.pcapng(ByteOrder.LITTLE_ENDIAN).networkInterface(101, 0);
        byte[] seven = {7, 0, 0, 0, 0, 0, 0, 0};
        file.enhanced(0, 1, FRAME, file.option(4, seven));
        file.obsolete(0, 2, 1, FRAME);
        file.block(5, 12 + 12, body -> body.putInt(0).putLong(0).put(file.option(7, seven)));
        try (PacketReader reader = CaptureFile.open("x", new ByteArrayInputStream(file.octets()))) {
            Frame frame = new Frame();
            while (reader.next(frame)) {}

            assertThat(reader.lost()).isEqualTo(16);
        }
    }

    @Test
    void aFileThatWasCutGivesItsWholePackets() {
        byte[] pcap = CaptureBuilder.pcap(ByteOrder.BIG_ENDIAN, 0xA1B2C3D4, 96, 101)
                .record(1, 0, FRAME)
                .record(2, 0, FRAME)
                .octets();
        byte[] pcapng = CaptureBuilder.pcapng(ByteOrder.BIG_ENDIAN)
                .networkInterface(101, 0)
                .enhanced(0, 1, FRAME)
                .enhanced(0, 2, FRAME)
                .octets();
        for (byte[] file : List.of(pcap, pcapng)) {
            List<String> warnings = new ArrayList<>();

            assertThat(read(Arrays.copyOf(file, file.length - 2), warnings)).hasSize(1);
            assertThat(warnings).singleElement().asString().contains("the file ends inside");
        }
    }

    @Test
    void aHeaderWithoutPacketsIsAnEmptyCapture() {
        assertThat(read(CaptureBuilder.pcap(ByteOrder.BIG_ENDIAN, 0xA1B2C3D4, 0, 1)
                        .octets()))
                .isEmpty();
        assertThat(read(CaptureBuilder.pcapng(ByteOrder.BIG_ENDIAN).octets())).isEmpty();
    }

    @Test
    void whatIsNoCaptureIsRefusedWithOffsetAndExpectation() {
        refused(new byte[0], "octet 0: the file is empty; expected a pcap or pcapng file");
        refused(new byte[] {0x1F, (byte) 0x8B, 8, 0}, "compressed with gzip");
        refused(new byte[] {0x1A, 0x2B, 0x3C, 0x4D}, "octet 0: the magic number is 1a2b3c4d; expected a1b2c3d4");
        refused(new byte[] {1, 2, 3}, "the file has 3 octets; expected a magic number of 4");
        refused(CaptureBuilder.pcap(ByteOrder.LITTLE_ENDIAN, 0xA1B2CD34, 0, 1).octets(), "modified pcap");
        refused(
                CaptureBuilder.pcap(ByteOrder.LITTLE_ENDIAN, 0xA1B2C3D4, 0, 127).octets(),
                "octet 20: IEEE 802.11 with radiotap (127) is not read");
        refused(
                CaptureBuilder.pcap(ByteOrder.LITTLE_ENDIAN, 0xA1B2C3D4, 96, 1)
                        .record(1, 0, new byte[262_145])
                        .octets(),
                "octet 32: a packet of 262145 octets; expected at most 262144");
        byte[] huge = CaptureBuilder.pcap(ByteOrder.BIG_ENDIAN, 0xA1B2C3D4, -1, 1)
                .record(1, 0, new byte[0])
                .octets();
        huge[32] = 1;
        huge[35] = 1;
        refused(huge, "octet 32: a packet of 16777217 octets; expected at most 16777216");
        byte[] trailer = CaptureBuilder.pcapng(ByteOrder.LITTLE_ENDIAN)
                .networkInterface(1, 0)
                .octets();
        trailer[trailer.length - 4] = 24;
        refused(trailer, "octet 44: the block ends with the length 24; expected 20");
        refused(
                CaptureBuilder.pcapng(ByteOrder.BIG_ENDIAN)
                        .enhanced(0, 1, FRAME)
                        .octets(),
                "octet 36: interface 0; the section has 0");
    }

    private static void refused(byte[] file, String words) {
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(CaptureFileException.class)
                .hasMessageStartingWith("x.pcap: ")
                .hasMessageContaining(words);
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
