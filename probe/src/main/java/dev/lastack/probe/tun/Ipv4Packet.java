package dev.lastack.probe.tun;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * An IPv4 packet with TCP in it, RFC 791 §3.1.
 *
 * @param source address, most significant octet first
 * @param segment TCP header and payload
 */
@SuppressWarnings("ArrayRecordComponent")
public record Ipv4Packet(int source, int destination, byte[] segment) {

    private static final int HEADER = 20;
    private static final int VERSION_AND_HEADER_LENGTH = 0x45;
    private static final int DONT_FRAGMENT = 0x4000;
    private static final int HOPS = 64;
    private static final int TCP = 6;
    private static final int CHECKSUM = 10;

    /** Its octets. */
    public byte[] octets() {
        ByteBuffer packet = ByteBuffer.allocate(HEADER + segment.length);
        packet.put((byte) VERSION_AND_HEADER_LENGTH).put((byte) 0).putShort((short) packet.capacity());
        packet.putShort((short) 0).putShort((short) DONT_FRAGMENT);
        packet.put((byte) HOPS).put((byte) TCP).putShort((short) 0);
        packet.putInt(source).putInt(destination);
        packet.putShort(CHECKSUM, (short) headerChecksum(packet));
        return packet.put(segment).array();
    }

    private static int headerChecksum(ByteBuffer packet) {
        int sum = 0;
        for (int i = 0; i < HEADER; i += 2) {
            sum += packet.getShort(i) & 0xFFFF;
        }
        while (sum >>> 16 != 0) {
            sum = (sum & 0xFFFF) + (sum >>> 16);
        }
        return ~sum & 0xFFFF;
    }

    /** Reads a packet; empty if it is no whole IPv4 packet with TCP in it. */
    public static Optional<Ipv4Packet> parse(byte[] octets) {
        if (octets.length < HEADER || octets[0] >>> 4 != 4 || octets[9] != TCP) {
            return Optional.empty();
        }
        ByteBuffer packet = ByteBuffer.wrap(octets);
        int header = (octets[0] & 0xF) * 4;
        int total = packet.getShort(2) & 0xFFFF;
        if (header < HEADER || total < header || total > octets.length) {
            return Optional.empty();
        }
        byte[] segment = new byte[total - header];
        packet.get(header, segment);
        return Optional.of(new Ipv4Packet(packet.getInt(12), packet.getInt(16), segment));
    }
}
