package dev.lastack.counterexamples.render.pcapng;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.counterexamples.Counterexample;
import dev.lastack.counterexamples.fixture.Peer;
import dev.lastack.counterexamples.fixture.Runs;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
        assertThat(types.subList(0, 3)).containsExactly(0x0A0D0D0A, 1, 1);
        assertThat(types.subList(3, types.size())).containsOnly(ENHANCED_PACKET);
    }

    @Test
    void holdsEveryEmissionAndEveryArrival() {
        Counterexample run = Runs.oldFin();
        long emissions = run.moves().stream()
                .mapToLong(move -> move.view().emitted().size())
                .sum();
        long arrivals = run.moves().stream()
                .filter(move -> move.view().arrived().isPresent())
                .count();
        ByteBuffer file = ByteBuffer.wrap(capture).order(ByteOrder.LITTLE_ENDIAN);
        long packets = 0;
        for (int at = 0; at < capture.length; at += file.getInt(at + 4)) {
            packets += file.getInt(at) == ENHANCED_PACKET ? 1 : 0;
        }
        assertThat(packets).isEqualTo(emissions + arrivals);
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
