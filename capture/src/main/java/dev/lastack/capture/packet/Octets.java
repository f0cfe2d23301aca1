package dev.lastack.capture.packet;

/** Numbers in network byte order. */
final class Octets {

    private Octets() {}

    static int u8(byte[] octets, int at) {
        return octets[at] & 0xFF;
    }

    static int u16(byte[] octets, int at) {
        return (octets[at] & 0xFF) << 8 | (octets[at + 1] & 0xFF);
    }

    static int i32(byte[] octets, int at) {
        return u16(octets, at) << 16 | u16(octets, at + 2);
    }

    static long i64(byte[] octets, int at) {
        return (long) i32(octets, at) << 32 | (i32(octets, at + 4) & 0xFFFF_FFFFL);
    }
}
