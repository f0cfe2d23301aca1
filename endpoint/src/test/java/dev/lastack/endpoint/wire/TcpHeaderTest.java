package dev.lastack.endpoint.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.endpoint.Reaction;
import dev.lastack.endpoint.TcpEndpoint;
import dev.lastack.endpoint.Wire;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.ByteRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** RFC 9293 §3.1: the header, written and read; anything at all is read without an exception. */
class TcpHeaderTest {

    private static final FourTuple TUPLE = Wire.TUPLE;

    /** A SYN from 192.168.0.2:1024 to 192.168.0.1:80, whose checksum another program computed. */
    @Test
    void emitsTheOctetsOfTheRfc() {
        FourTuple tuple = new FourTuple(0xC0A80002, 1024, 0xC0A80001, 80);
        Segment syn = new Segment(1, 0, 0x02, 0x2000, OptionalInt.of(1460), Optional.empty(), new byte[0]);
        assertThat(HexFormat.of().formatHex(TcpHeader.emit(syn, tuple)))
                .isEqualTo("04000050" + "00000001" + "00000000" + "60022000" + "f2810000" + "020405b4");
    }

    @Property(tries = 2_000)
    void parseAfterEmitIsTheSegment(
            @ForAll int seq, @ForAll int ack, @ForAll byte control, @ForAll short window, @ForAll byte[] payload) {
        Segment segment = new Segment(
                seq & 0xFFFFFFFFL,
                ack & 0xFFFFFFFFL,
                control & 0xFF,
                window & 0xFFFF,
                OptionalInt.of(536),
                Optional.of(new Segment.Timestamps(7, 0xFFFFFFFFL)),
                payload);
        Segment read = TcpHeader.parse(TcpHeader.emit(segment, TUPLE), TUPLE.reversed())
                .segment()
                .orElseThrow();
        assertThat(read).usingRecursiveComparison().isEqualTo(segment);
    }

    @Test
    void everyFlawIsNamed() {
        byte[] good = TcpHeader.emit(
                new Segment(1, 2, 0x10, 3, OptionalInt.of(9), Optional.empty(), new byte[3]), TUPLE.reversed());
        assertThat(flaw(new byte[0])).isEqualTo("header truncated at octet 0 of 20");
        assertThat(flaw(Arrays.copyOf(good, 19))).isEqualTo("header truncated at octet 19 of 20");
        assertThat(flaw(changed(good, 12, 0x40))).isEqualTo("data offset 4 words: expected 5 to 6");
        assertThat(flaw(changed(good, 12, 0xF0))).isEqualTo("data offset 15 words: expected 5 to 6");
        assertThat(flaw(changed(good, 25, 1))).isEqualTo("wrong checksum");
        assertThat(flaw(checksummed(changed(good, 1, 9)))).isEqualTo("ports of another connection");
        assertThat(flaw(checksummed(changed(good, 21, 0)))).isEqualTo("option 2 with illegal length 0");
        assertThat(flaw(checksummed(changed(good, 21, 5)))).isEqualTo("option 2 with illegal length 5");
    }

    /** SACK-permitted is read and ignored; what follows the end of the list is not read at all. */
    @Test
    void optionsThatAreNotUsedAreSkipped() {
        byte[] options = HexFormat.of().parseHex("0204059c" + "0402" + "030307" + "01" + "00ffff");
        byte[] header = Arrays.copyOf(
                TcpHeader.emit(
                        new Segment(1, 2, 0x02, 3, OptionalInt.empty(), Optional.empty(), new byte[0]),
                        TUPLE.reversed()),
                20 + 16);
        header[12] = (byte) 0x90;
        System.arraycopy(options, 0, header, 20, options.length);
        assertThat(TcpHeader.parse(checksummed(header), TUPLE)
                        .segment()
                        .orElseThrow()
                        .mss())
                .hasValue(1436);
    }

    @Property(tries = 20_000)
    void noOctetsRaiseAnException(@ForAll @Size(max = 80) byte[] octets) {
        TcpEndpoint endpoint = Wire.closed().established().endpoint;
        endpoint.arrive(octets, 0);
        assertThat(TcpHeader.parse(octets, TUPLE).flaw()).isNotEmpty();
    }

    /** A million headers behind a right checksum, so that offset, options and flags are what is fuzzed. */
    @Property(tries = 50)
    void aMillionHeadersLeaveADefinedState(@ForAll long seed, @ForAll @ByteRange(min = 0, max = 40) byte extra) {
        Random random = new Random(seed);
        TcpEndpoint endpoint = Wire.closed().established().endpoint;
        for (int i = 0; i < 20_000; i++) {
            byte[] octets = new byte[20 + random.nextInt(extra + 1)];
            random.nextBytes(octets);
            octets[12] = (byte) ((5 + random.nextInt(1 + (octets.length - 20) / 4)) << 4);
            System.arraycopy(ports(), 0, octets, 0, 4);
            if (random.nextBoolean()) {
                octets[4] = 0;
                octets[5] = 0;
                octets[6] = 1;
            }
            Reaction reaction = endpoint.arrive(checksummed(octets), i);
            assertThat(reaction.decided()).isNotEmpty();
            if (endpoint.deadline().isEmpty() && random.nextInt(50) == 0) {
                endpoint.open(i);
            }
        }
    }

    private static byte[] ports() {
        return new byte[] {
            (byte) (TUPLE.remotePort() >> 8),
            (byte) TUPLE.remotePort(),
            (byte) (TUPLE.localPort() >> 8),
            (byte) TUPLE.localPort()
        };
    }

    private static String flaw(byte[] octets) {
        TcpHeader.Parsed parsed = TcpHeader.parse(octets, TUPLE);
        assertThat(parsed.segment()).isEmpty();
        return parsed.flaw();
    }

    private static byte[] changed(byte[] octets, int at, int value) {
        byte[] copy = octets.clone();
        copy[at] = (byte) value;
        return copy;
    }

    private static byte[] checksummed(byte[] octets) {
        octets[16] = 0;
        octets[17] = 0;
        int checksum = InternetChecksum.of(octets, TUPLE.remoteAddress(), TUPLE.localAddress());
        octets[16] = (byte) (checksum >> 8);
        octets[17] = (byte) checksum;
        return octets;
    }
}
