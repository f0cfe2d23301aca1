package dev.lastack.capture.packet;

import static dev.lastack.capture.fixture.Packets.behind;
import static dev.lastack.capture.fixture.Packets.ethernet;
import static dev.lastack.capture.fixture.Packets.ipv4;
import static dev.lastack.capture.fixture.Packets.ipv6;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.capture.file.CaptureFile;
import dev.lastack.capture.file.Frame;
import dev.lastack.capture.file.Frame.Direction;
import dev.lastack.capture.file.LinkType;
import dev.lastack.capture.file.PacketReader;
import dev.lastack.capture.fixture.CaptureBuilder;
import dev.lastack.capture.fixture.Packets.Tcp;
import java.io.ByteArrayInputStream;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Every link type, both versions of IP with what may stand between the headers, and what is no segment. */
class DecoderTest {

    private static final Tcp FIN =
            new Tcp(false, 40_000, 0xF000_0000, 77, RecordedSegment.FIN | RecordedSegment.ACK, 0, -1, 0);
    private static final Tcp STAMPED = new Tcp(true, 40_000, 1, 2, RecordedSegment.ACK, 9, 0xFFFF_FFF0L, 6);

    private final Decoder decoder = new Decoder();

    private FrameContent decode(int linkType, byte[] frame, int captured) {
        byte[] file = CaptureBuilder.pcapng(ByteOrder.LITTLE_ENDIAN)
                .networkInterface(linkType, 0)
                .block(
                        6,
                        20 + (captured + 3 & ~3),
                        body -> body.putInt(0)
                                .putLong(0)
                                .putInt(captured)
                                .putInt(frame.length)
                                .put(frame, 0, captured))
                .octets();
        try (PacketReader reader = CaptureFile.open("x", new ByteArrayInputStream(file))) {
            Frame read = new Frame();
            assertThat(reader.next(read)).isTrue();
            return decoder.decode(read);
        }
    }

    private void isTheFin(int linkType, byte[] frame) {
        assertThat(decode(linkType, frame, frame.length)).isEqualTo(FrameContent.SEGMENT);
        RecordedSegment segment = decoder.segment();
        assertThat(segment.sourcePort).isEqualTo(40_000);
        assertThat(segment.destinationPort).isEqualTo(80);
        assertThat(segment.seq).isEqualTo(0xF000_0000);
        assertThat(segment.ack).isEqualTo(77);
        assertThat(segment.fin() && segment.acks() && !segment.syn() && !segment.rst())
                .isTrue();
        // Padding of the Ethernet frame is no text.
        assertThat(segment.length()).isEqualTo(1);
    }

    @Test
    void everyLinkType() {
        byte[] packet = ipv4(FIN, 1);
        isTheFin(LinkType.ETHERNET, ethernet(packet));
        isTheFin(LinkType.ETHERNET, ethernet(packet, 0x8100));
        isTheFin(LinkType.ETHERNET, ethernet(packet, 0x88A8, 0x8100));
        isTheFin(LinkType.ETHERNET, ethernet(packet, 0x9100, 0x8100));
        for (int raw : new int[] {12, 14, 101, 228}) {
            isTheFin(raw, packet);
        }
        isTheFin(229, ipv6(FIN, 6));
        isTheFin(LinkType.NULL, behind(new byte[] {2, 0, 0, 0}, packet));
        isTheFin(LinkType.NULL, behind(new byte[] {0, 0, 0, 30}, ipv6(FIN, 6)));
        isTheFin(LinkType.LOOP, behind(new byte[] {0, 0, 0, 2}, packet));
        isTheFin(LinkType.LINUX_SLL, behind(new byte[] {0, 4, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0, 0, 0, 8, 0}, packet));
        assertThat(decoder.segment().direction).isEqualTo(Direction.OUTBOUND);
        byte[] second = {8, 0, 0, 0, 0, 0, 0, 3, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0, 0, 0};
        isTheFin(LinkType.LINUX_SLL2, behind(second, packet));
        assertThat(decoder.segment().direction).isEqualTo(Direction.INBOUND);
    }

    @Test
    void extensionHeadersOfIpv6() {
        byte[] hopByHop = {6, 0, 1, 4, 0, 0, 0, 0};
        isTheFin(229, ipv6(FIN, 0, hopByHop));
        byte[] two = {60, 0, 1, 4, 0, 0, 0, 0, 6, 0, 1, 4, 0, 0, 0, 0};
        isTheFin(229, ipv6(FIN, 0, two));
        byte[] authentication = {6, 2, 0, 0, 0, 0, 0, 1, 0, 0, 0, 1, 9, 9, 9, 9};
        isTheFin(229, ipv6(FIN, 51, authentication));
        byte[] wholeAsFragment = {6, 0, 0, 0, 0, 0, 0, 1};
        isTheFin(229, ipv6(FIN, 44, wholeAsFragment));
        byte[] firstFragment = {6, 0, 0, 1, 0, 0, 0, 1};
        assertThat(decode(229, ipv6(FIN, 44, firstFragment), 68)).isEqualTo(FrameContent.FRAGMENT);
    }

    @Test
    void timestampsAndTextAreRead() {
        byte[] packet = ipv4(STAMPED, 1);

        assertThat(decode(101, packet, packet.length)).isEqualTo(FrameContent.SEGMENT);

        RecordedSegment segment = decoder.segment();
        assertThat(segment.stamped).isTrue();
        assertThat(segment.stamp).isEqualTo(0xFFFF_FFF0);
        assertThat(segment.echo).isEqualTo(6);
        assertThat(segment.text).isEqualTo(9);
    }

    /** The length of the text comes from the IP header, so that a short snap length does no harm. */
    @Test
    void textMayBeCutAndHeadersNot() {
        byte[] packet = ipv4(STAMPED, 1);

        assertThat(decode(101, packet, 52)).isEqualTo(FrameContent.SEGMENT);
        assertThat(decoder.segment().text).isEqualTo(9);
        assertThat(decode(101, packet, 51)).isEqualTo(FrameContent.TRUNCATED);
        assertThat(decode(101, packet, 12)).isEqualTo(FrameContent.TRUNCATED);
        assertThat(decode(1, ethernet(packet), 13)).isEqualTo(FrameContent.TRUNCATED);
    }

    /** Segmentation offload leaves a total length of 0. */
    @Test
    void aTotalLengthOfZeroIsTheLengthOfTheFrame() {
        byte[] packet = ipv4(STAMPED, 1);
        packet[2] = 0;
        packet[3] = 0;

        assertThat(decode(101, packet, packet.length)).isEqualTo(FrameContent.SEGMENT);
        assertThat(decoder.segment().text).isEqualTo(9);
    }

    @Test
    void whatIsNoSegmentIsNamed() {
        byte[] udp = ipv4(FIN, 1);
        udp[9] = 17;
        assertThat(decode(101, udp, udp.length)).isEqualTo(FrameContent.NOT_TCP);
        byte[] fragment = ipv4(FIN, 1);
        fragment[7] = 5;
        assertThat(decode(101, fragment, fragment.length)).isEqualTo(FrameContent.FRAGMENT);
        byte[] offset = ipv4(FIN, 1);
        offset[32] = 0x40;
        assertThat(decode(101, offset, offset.length)).isEqualTo(FrameContent.MALFORMED);
        byte[] arp = ethernet(ipv4(FIN, 1));
        arp[13] = 6;
        assertThat(decode(1, arp, arp.length)).isEqualTo(FrameContent.NOT_IP);
        assertThat(decode(127, arp, arp.length)).isEqualTo(FrameContent.UNKNOWN_LINK);
    }

    /** Checksum offload and a router change checksum and TTL; a retransmission differs in its timestamp. */
    @Test
    void theFingerprintTellsAPacketFromItsRetransmission() {
        byte[] packet = ipv4(STAMPED, 1);
        decode(101, packet, packet.length);
        long first = decoder.segment().fingerprint;
        byte[] checked = Arrays.copyOf(packet, packet.length);
        checked[8] = 63;
        checked[37] = 99;
        decode(101, checked, checked.length);
        assertThat(decoder.segment().fingerprint).isEqualTo(first);
        byte[] again = ipv4(new Tcp(true, 40_000, 1, 2, RecordedSegment.ACK, 9, 0xFFFF_FFF1L, 6), 2);
        decode(101, again, again.length);
        assertThat(decoder.segment().fingerprint).isNotEqualTo(first);
    }
}
