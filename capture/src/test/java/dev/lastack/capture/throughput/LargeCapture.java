package dev.lastack.capture.throughput;

import dev.lastack.capture.fixture.Packets;
import dev.lastack.capture.fixture.Packets.Tcp;
import dev.lastack.capture.packet.RecordedSegment;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes a pcap file of many connections, a hundred of them open at a time: handshake, exchanges of 100 octets for 1,000, and a
 * close by the client. Arguments: file, connections, exchanges of each; 100,000 connections of 8 are about a gigabyte.
 */
public final class LargeCapture {

    private static final int AT_ONCE = 100;
    private static final int FIRST_PORT = 1_024;
    private static final int PORTS = 60_000;
    private static final int MICROS_APART = 10;
    private static final int ASKED = 100;
    private static final int ANSWERED = 1_000;

    private final OutputStream out;
    private final int exchanges;
    private final ByteBuffer header = ByteBuffer.allocate(16);
    private long micros = 1_600_000_000_000_000L;
    private int identification;

    private LargeCapture(OutputStream out, int exchanges) {
        this.out = out;
        this.exchanges = exchanges;
    }

    public static void main(String[] arguments) throws IOException {
        int connections = Integer.parseInt(arguments[1]);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(Path.of(arguments[0])), 1 << 20)) {
            out.write(ByteBuffer.allocate(24)
                    .putInt(0xA1B2C3D4)
                    .putShort((short) 2)
                    .putShort((short) 4)
                    .putLong(0)
                    .putInt(262_144)
                    .putInt(1)
                    .array());
            LargeCapture capture = new LargeCapture(out, Integer.parseInt(arguments[2]));
            for (int first = 0; first < connections; first += AT_ONCE) {
                capture.together(first, Math.min(first + AT_ONCE, connections));
            }
        }
    }

    /** The segments of the connections take turns. */
    private void together(int first, int last) throws IOException {
        for (int step = 0; step < 6 + 3 * exchanges; step++) {
            for (int connection = first; connection < last; connection++) {
                segment(connection, step);
            }
        }
    }

    private void segment(int connection, int step) throws IOException {
        int a = connection * 7_919;
        int b = connection * 104_729;
        int close = 3 + 3 * exchanges;
        int nextOfA = a + 1 + ASKED * exchanges;
        int nextOfB = b + 1 + ANSWERED * exchanges;
        if (step == 0) {
            write(connection, false, a, 0, RecordedSegment.SYN, 0);
        } else if (step == 1) {
            write(connection, true, b, a + 1, RecordedSegment.SYN | RecordedSegment.ACK, 0);
        } else if (step == 2) {
            write(connection, false, a + 1, b + 1, RecordedSegment.ACK, 0);
        } else if (step < close) {
            exchange(connection, (step - 3) / 3, (step - 3) % 3);
        } else if (step == close) {
            write(connection, false, nextOfA, nextOfB, RecordedSegment.FIN | RecordedSegment.ACK, 0);
        } else if (step == close + 1) {
            write(connection, true, nextOfB, nextOfA + 1, RecordedSegment.FIN | RecordedSegment.ACK, 0);
        } else {
            write(connection, false, nextOfA + 1, nextOfB + 1, RecordedSegment.ACK, 0);
        }
    }

    private void exchange(int connection, int round, int part) throws IOException {
        int a = connection * 7_919 + 1 + ASKED * round;
        int b = connection * 104_729 + 1 + ANSWERED * round;
        switch (part) {
            case 0 -> write(connection, false, a, b, RecordedSegment.ACK, ASKED);
            case 1 -> write(connection, true, b, a + ASKED, RecordedSegment.ACK, ANSWERED);
            default -> write(connection, false, a + ASKED, b + ANSWERED, RecordedSegment.ACK, 0);
        }
    }

    private void write(int connection, boolean fromServer, int seq, int ack, int flags, int text) throws IOException {
        int port = FIRST_PORT + connection % PORTS;
        identification = (identification + 1) & 0xFFFF;
        byte[] packet = Packets.ipv4(new Tcp(fromServer, port, seq, ack, flags, text, -1, 0), identification);
        // One address has not ports enough.
        packet[fromServer ? 18 : 14] = (byte) (connection / PORTS);
        byte[] frame = Packets.ethernet(packet);
        header.clear();
        header.putInt((int) (micros / 1_000_000)).putInt((int) (micros % 1_000_000));
        header.putInt(frame.length).putInt(frame.length);
        out.write(header.array());
        out.write(frame);
        micros += MICROS_APART;
    }
}
