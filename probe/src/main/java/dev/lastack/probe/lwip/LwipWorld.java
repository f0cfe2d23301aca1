package dev.lastack.probe.lwip;

import dev.lastack.endpoint.wire.FourTuple;
import dev.lastack.probe.tun.Ipv4Packet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/**
 * The one lwIP of this process, in virtual time: its clock ticks when the latest of its connections asks for it. It must
 * be used by one thread alone.
 */
public final class LwipWorld {

    /** TCP_TMR_INTERVAL, in microseconds. */
    static final long TICK = 250_000;

    /** The MTU of the interfaces. */
    private static final int LARGEST_PACKET = 1_500;

    private final Lwip lwip;
    private final Map<FourTuple, Queue<byte[]>> sent = new HashMap<>();
    private final byte[] packet = new byte[LARGEST_PACKET];
    private long ticks;

    /** Compiles and starts it, once for each process. */
    public LwipWorld() {
        try {
            lwip = LwipLibrary.load();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // The first initial sequence number does not grow unless time has passed.
        advanceTo(4);
    }

    /** Such as {@code 2.1.3}. */
    public String version() {
        return lwip.lastack_version();
    }

    Lwip lwip() {
        return lwip;
    }

    /** Ticks since the start. */
    long ticks() {
        return ticks;
    }

    void advanceTo(long tick) {
        while (ticks < tick) {
            lwip.lastack_tick();
            ticks++;
        }
    }

    void arrive(byte[] segment, FourTuple tuple) {
        byte[] octets = new Ipv4Packet(tuple.remoteAddress(), tuple.localAddress(), segment).octets();
        lwip.lastack_arrive(tuple.localAddress(), octets, octets.length);
    }

    /** Whether lwIP sent a segment of the connection that was not taken. */
    boolean hasSent(FourTuple tuple) {
        collect();
        return sent.containsKey(tuple);
    }

    /** What lwIP sent from the local end of {@code tuple} since the last call. */
    List<byte[]> sent(FourTuple tuple) {
        collect();
        Queue<byte[]> segments = sent.remove(tuple);
        return segments == null ? List.of() : new ArrayList<>(segments);
    }

    private void collect() {
        for (int length = next(); length > 0; length = next()) {
            byte[] octets = new byte[length];
            System.arraycopy(packet, 0, octets, 0, length);
            Ipv4Packet.parse(octets).ifPresent(this::sort);
        }
    }

    private int next() {
        return lwip.lastack_sent(packet, packet.length);
    }

    private void sort(Ipv4Packet one) {
        ByteBuffer header = ByteBuffer.wrap(one.segment());
        FourTuple tuple = new FourTuple(
                one.source(), header.getShort(0) & 0xFFFF, one.destination(), header.getShort(2) & 0xFFFF);
        sent.computeIfAbsent(tuple, key -> new ArrayDeque<>()).add(one.segment());
    }
}
