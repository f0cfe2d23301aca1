package dev.lastack.capture.packet;

/** An IPv4 or IPv6 header with its extension headers: addresses, and where TCP begins and ends. */
final class NetworkHeader {

    private static final int TCP = 6;
    private static final int MOST_EXTENSIONS = 16;
    private static final long MAPPED = 0xFFFF_0000_0000L;

    long sourceHigh;
    long sourceLow;
    long destinationHigh;
    long destinationLow;
    int timeToLive;
    /** The identification of IPv4; −1 in IPv6, which has none. */
    int identification;
    /** Index of the TCP header. */
    int transport;
    /** Octets of TCP that the IP header announces, whether captured or not. */
    int announced;

    /** Reads the header at {@code at}; {@code end} is the index behind the last octet captured. */
    FrameContent read(byte[] octets, int at, int end, long onTheWire) {
        return Octets.u8(octets, at) >>> 4 == 4 ? four(octets, at, end, onTheWire) : six(octets, at, end, onTheWire);
    }

    /** RFC 791 §3.1. */
    private FrameContent four(byte[] octets, int at, int end, long onTheWire) {
        if (end - at < 20) {
            return FrameContent.TRUNCATED;
        }
        int header = (Octets.u8(octets, at) & 0xF) * 4;
        int total = Octets.u16(octets, at + 2);
        if (total == 0) {
            // Segmentation offload: the recorded packet is longer than the field can say.
            total = (int) Math.min(onTheWire, Integer.MAX_VALUE);
        }
        if (header < 20 || total < header) {
            return FrameContent.MALFORMED;
        }
        int fragment = Octets.u16(octets, at + 6);
        if ((fragment & 0x3FFF) != 0) {
            return FrameContent.FRAGMENT;
        }
        if (Octets.u8(octets, at + 9) != TCP) {
            return FrameContent.NOT_TCP;
        }
        identification = Octets.u16(octets, at + 4);
        timeToLive = Octets.u8(octets, at + 8);
        sourceHigh = 0;
        sourceLow = MAPPED | (Octets.i32(octets, at + 12) & 0xFFFF_FFFFL);
        destinationHigh = 0;
        destinationLow = MAPPED | (Octets.i32(octets, at + 16) & 0xFFFF_FFFFL);
        transport = at + header;
        announced = total - header;
        return FrameContent.SEGMENT;
    }

    /** RFC 8200 §3, §4. */
    private FrameContent six(byte[] octets, int at, int end, long onTheWire) {
        if (end - at < 40) {
            return FrameContent.TRUNCATED;
        }
        int payload = Octets.u16(octets, at + 4);
        if (payload == 0) {
            // A jumbogram (RFC 2675), or segmentation offload.
            payload = (int) Math.min(Math.max(0, onTheWire - 40), Integer.MAX_VALUE);
        }
        identification = -1;
        timeToLive = Octets.u8(octets, at + 7);
        sourceHigh = Octets.i64(octets, at + 8);
        sourceLow = Octets.i64(octets, at + 16);
        destinationHigh = Octets.i64(octets, at + 24);
        destinationLow = Octets.i64(octets, at + 32);
        return extensions(octets, at + 40, end, payload, Octets.u8(octets, at + 6));
    }

    private FrameContent extensions(byte[] octets, int start, int end, int payload, int first) {
        int at = start;
        int next = first;
        for (int headers = 0; headers < MOST_EXTENSIONS && isExtension(next); headers++) {
            if (end - at < 8) {
                return FrameContent.TRUNCATED;
            }
            if (next == 44 && (Octets.u16(octets, at + 2) & 0xFFF9) != 0) {
                return FrameContent.FRAGMENT;
            }
            int length = switch (next) {
                case 44 -> 8;
                case 51 -> (Octets.u8(octets, at + 1) + 2) * 4;
                default -> (Octets.u8(octets, at + 1) + 1) * 8;
            };
            next = Octets.u8(octets, at);
            at += length;
        }
        if (next != TCP) {
            return FrameContent.NOT_TCP;
        }
        transport = at;
        announced = payload - (at - start);
        return announced < 0 ? FrameContent.MALFORMED : FrameContent.SEGMENT;
    }

    /** Hop-by-hop, routing, fragment, authentication, destination options. */
    private static boolean isExtension(int header) {
        return header == 0 || header == 43 || header == 44 || header == 51 || header == 60;
    }
}
