package dev.lastack.counterexamples.render.pcapng;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.counterexamples.Counterexample;
import dev.lastack.counterexamples.fixture.Peer;
import dev.lastack.counterexamples.fixture.Runs;
import dev.lastack.counterexamples.story.Flights;
import dev.lastack.scenario.knobs.Host;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PcapngCaptureTest {

    private static final int ENHANCED_PACKET = 6;

    private final byte[] capture = new PcapngCapture().render(Runs.oldFin());

    @TempDir
    private Path folder;

    @Test
    void blocksFillTheFileAndNameTheirLengthTwice() {
        ByteBuffer file = ByteBuffer.wrap(capture).order(ByteOrder.LITTLE_ENDIAN);
        List<Integer> types = new ArrayList<>();
        while (file.hasRemaining()) {
            int start = file.position();
            types.add(file.getInt(start));
            int length = file.getInt(start + 4);
            assertThat(length % 4).isZero();
            assertThat(file.getInt(start + length - 4)).isEqualTo(length);
            file.position(start + length);
        }
        assertThat(types.subList(0, 2)).containsExactly(0x0A0D0D0A, 1);
        assertThat(types.subList(2, types.size())).containsOnly(ENHANCED_PACKET);
    }

    /** A capture at both hosts would have each segment that arrives twice. */
    @ParameterizedTest
    @EnumSource(Host.class)
    void holdsWhatOneHostSendsAndReceives(Host host) {
        Counterexample run = Runs.oldFin();
        Flights flights = Flights.of(run);
        long packets = 0;
        for (int step = 1; step <= run.length(); step++) {
            boolean receives = run.step(step).arrived().isPresent()
                    && run.step(step).host().equals(Optional.of(host));
            packets += receives ? 1 : 0;
            packets += flights.sentIn(step).stream()
                    .filter(flight -> flight.from() == host)
                    .count();
        }

        assertThat(packets(new PcapngCapture(Optional.of(host)).render(run))).isEqualTo(packets);
    }

    private static long packets(byte[] file) {
        ByteBuffer blocks = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        long packets = 0;
        for (int at = 0; at < file.length; at += blocks.getInt(at + 4)) {
            packets += blocks.getInt(at) == ENHANCED_PACKET ? 1 : 0;
        }
        return packets;
    }

    @Test
    void isTakenWhereTheClaimIsViolated() {
        assertThat(capture)
                .isEqualTo(new PcapngCapture(Optional.of(Host.A)).render(Runs.oldFin()))
                .isNotEqualTo(new PcapngCapture(Optional.of(Host.B)).render(Runs.oldFin()));
    }

    @Test
    @Tag("peers")
    void tsharkReadsItWithGoodChecksums() throws Exception {
        Path file = Files.write(folder.resolve("run.pcapng"), capture);
        String output = Peer.run(List.of(
                "tshark",
                "-r",
                file.toString(),
                "-o",
                "ip.check_checksum:TRUE",
                "-o",
                "tcp.check_checksum:TRUE",
                "-o",
                "tcp.relative_sequence_numbers:FALSE",
                "-T",
                "fields",
                "-e",
                "frame.interface_name",
                "-e",
                "ip.checksum.status",
                "-e",
                "tcp.checksum.status",
                "-e",
                "tcp.seq_raw",
                "-e",
                "frame.comment"));
        assertThat(output.lines()).allMatch(line -> line.split("\t", -1)[1].equals("1"));
        assertThat(output.lines()).allMatch(line -> line.split("\t", -1)[2].equals("1"));
        String violation = output.lines()
                .filter(line -> line.contains("This violates no-old-fin."))
                .findFirst()
                .orElseThrow();
        assertThat(violation).startsWith("A\t").contains("5000000");
    }
}
