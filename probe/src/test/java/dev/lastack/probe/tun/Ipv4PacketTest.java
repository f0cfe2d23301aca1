package dev.lastack.probe.tun;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class Ipv4PacketTest {

    private static final Ipv4Packet PACKET = new Ipv4Packet(0xC0A80001, 0xC0A800C7, new byte[95]);

    @Test
    void theHeaderChecksumIsThatOfRfc791() {
        byte[] octets = PACKET.octets();

        // 4500 0073 0000 4000 4006 b861 c0a8 0001 c0a8 00c7 is the well-known example with UDP, 0x11; TCP is 0x06.
        assertThat(HexFormat.of().formatHex(octets, 0, 20))
                .isEqualTo("4500007300004000" + "4006b86c" + "c0a80001c0a800c7");
    }

    @Test
    void whatIsWrittenIsRead() {
        Ipv4Packet read = Ipv4Packet.parse(PACKET.octets()).orElseThrow();

        assertThat(read.source()).isEqualTo(PACKET.source());
        assertThat(read.destination()).isEqualTo(PACKET.destination());
        assertThat(read.segment()).isEqualTo(PACKET.segment());
    }

    @Test
    void otherPacketsAreNoneOfOurs() {
        byte[] ipv6 = PACKET.octets();
        ipv6[0] = 0x60;
        byte[] udp = PACKET.octets();
        udp[9] = 17;

        assertThat(Ipv4Packet.parse(ipv6)).isEmpty();
        assertThat(Ipv4Packet.parse(udp)).isEmpty();
        assertThat(Ipv4Packet.parse(Arrays.copyOf(PACKET.octets(), 100))).isEmpty();
        assertThat(Ipv4Packet.parse(new byte[3])).isEmpty();
    }
}
