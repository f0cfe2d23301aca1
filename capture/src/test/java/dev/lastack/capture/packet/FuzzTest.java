package dev.lastack.capture.packet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.capture.connection.Tap;
import dev.lastack.capture.connection.Tracker;
import dev.lastack.capture.file.CaptureFile;
import dev.lastack.capture.file.CaptureFileException;
import dev.lastack.capture.file.Frame;
import dev.lastack.capture.file.PacketReader;
import dev.lastack.capture.findings.Assumptions;
import dev.lastack.capture.findings.Findings;
import dev.lastack.capture.fixture.CaptureBuilder;
import dev.lastack.capture.fixture.Packets;
import dev.lastack.capture.fixture.Packets.Tcp;
import java.io.ByteArrayInputStream;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Damaged captures: nothing is thrown but the input error, and the number of packets is bounded by the size of the file. */
class FuzzTest {

    private static final List<byte[]> SEEDS = seeds();

    @Property(tries = 3_000)
    void aDamagedCaptureIsReadOrRefused(@ForAll long seed) {
        survives(new Random(seed));
    }

    @Test
    @Tag("deep")
    void aMillionDamagedCapturesAreReadOrRefused() {
        int read = 0;
        for (int seed = 0; seed < 1_000_000; seed++) {
            read += survives(new Random(seed)) ? 1 : 0;
        }
        assertThat(read).isBetween(1, 999_999);
    }

    /** Whether the damaged file was still a capture. */
    private static boolean survives(Random random) {
        byte[] file = damaged(random);
        try (PacketReader reader = CaptureFile.open("x", new ByteArrayInputStream(file))) {
            Decoder decoder = new Decoder();
            Tracker tracker = new Tracker(
                    new Findings(Assumptions.none(), (incarnation, found, omitted) -> {}), (a, b) -> Tap.UNKNOWN, 2);
            Frame frame = new Frame();
            int packets = 0;
            while (reader.next(frame)) {
                if (decoder.decode(frame) == FrameContent.SEGMENT) {
                    tracker.accept(decoder.segment());
                }
                assertThat(++packets).isLessThanOrEqualTo(file.length / 12);
            }
            tracker.end();
            return true;
        } catch (CaptureFileException refused) {
            assertThat(refused).hasMessageStartingWith("x: ");
            return false;
        }
    }

    private static byte[] damaged(Random random) {
        byte[] seed = SEEDS.get(random.nextInt(SEEDS.size()));
        byte[] file = Arrays.copyOf(seed, random.nextInt(4) == 0 ? random.nextInt(seed.length + 40) : seed.length);
        for (int changes = random.nextInt(6); changes > 0 && file.length > 0; changes--) {
            int at = random.nextInt(file.length);
            file[at] = switch (random.nextInt(4)) {
                case 0 -> 0;
                case 1 -> -1;
                case 2 -> (byte) (file[at] ^ 1 << random.nextInt(8));
                default -> (byte) random.nextInt();
            };
        }
        return file;
    }

    private static List<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>();
        byte[] four = Packets.ipv4(new Tcp(false, 4_000, 1, 2, RecordedSegment.ACK, 9, 5, 6), 1);
        byte[] six = Packets.ipv6(
                new Tcp(true, 4_000, 1, 2, RecordedSegment.FIN, 0, -1, 0),
                0,
                (byte) 6,
                (byte) 0,
                (byte) 1,
                (byte) 4,
                (byte) 0,
                (byte) 0,
                (byte) 0,
                (byte) 0);
        for (ByteOrder order : List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN)) {
            seeds.add(CaptureBuilder.pcap(order, 0xA1B2C3D4, 96, 1)
                    .record(1, 0, Packets.ethernet(four, 0x8100))
                    .record(1, 0, Packets.ethernet(six))
                    .octets());
            seeds.add(CaptureBuilder.pcap(order, 0xA1B23C4D, 96, 276)
                    .record(
                            1,
                            0,
                            Packets.behind(
                                    new byte[] {8, 0, 0, 0, 0, 0, 0, 3, 0, 1, 4, 6, 0, 0, 0, 0, 0, 0, 0, 0}, four))
                    .octets());
            CaptureBuilder file = CaptureBuilder.pcapng(order);
            file.networkInterface(101, 0, file.option(9, (byte) 0x8A));
            file.enhanced(0, 5, four, file.option(2, (byte) 1, (byte) 0, (byte) 0, (byte) 0));
            file.simple(six).obsolete(0, 1, 9, four).block(5, 12, body -> body);
            seeds.add(file.octets());
        }
        return seeds;
    }
}
