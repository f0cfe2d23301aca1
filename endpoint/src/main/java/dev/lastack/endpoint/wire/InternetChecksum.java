package dev.lastack.endpoint.wire;

/** The checksum of RFC 9293 §3.1 over the IPv4 pseudo-header and a segment (MUST-2, MUST-3). */
public final class InternetChecksum {

    private static final int PROTOCOL_TCP = 6;

    private InternetChecksum() {}

    /** The 16-bit checksum; over a segment that holds its own checksum it is 0 exactly if that one is right. */
    public static int of(byte[] segment, int source, int destination) {
        int sum = (source >>> 16) + (source & 0xFFFF) + (destination >>> 16) + (destination & 0xFFFF);
        sum += PROTOCOL_TCP + segment.length;
        for (int i = 0; i + 1 < segment.length; i += 2) {
            sum += ((segment[i] & 0xFF) << 8) | (segment[i + 1] & 0xFF);
        }
        if (segment.length % 2 == 1) {
            sum += (segment[segment.length - 1] & 0xFF) << 8;
        }
        while (sum >>> 16 != 0) {
            sum = (sum & 0xFFFF) + (sum >>> 16);
        }
        return ~sum & 0xFFFF;
    }
}
