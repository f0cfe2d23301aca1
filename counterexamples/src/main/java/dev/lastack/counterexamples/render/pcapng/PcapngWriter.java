package dev.lastack.counterexamples.render.pcapng;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Writes the pcapng format, draft-ietf-opsawg-pcapng: a section header, interfaces, enhanced packets.
 *
 * <pre>
 * block:  type (4)  total length (4)  body, padded to 4  options  total length (4)
 * option: code (2)  length (2)  value, padded to 4; code 0 ends the list
 * </pre>
 */
final class PcapngWriter {

    /** A packet that the interface's host sent. */
    static final int OUTBOUND = 2;

    /** A packet that the interface's host received. */
    static final int INBOUND = 1;

    private static final int SECTION_HEADER = 0x0A0D0D0A;
    private static final int BYTE_ORDER_MAGIC = 0x1A2B3C4D;
    private static final int INTERFACE = 1;
    private static final int ENHANCED_PACKET = 6;
    private static final int LINKTYPE_IPV4 = 228;

    private static final int COMMENT = 1;
    private static final int USER_APPLICATION = 4;
    private static final int INTERFACE_NAME = 2;
    private static final int INTERFACE_DESCRIPTION = 3;
    private static final int TIME_RESOLUTION = 9;
    private static final int PACKET_FLAGS = 2;
    private static final byte NANOSECONDS = 9;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    PcapngWriter section(String application, String comment) {
        byte[] body = new byte[16];
        little(body)
                .putInt(BYTE_ORDER_MAGIC)
                .putShort((short) 1)
                .putShort((short) 0)
                .putLong(-1);
        block(SECTION_HEADER, body, options(text(COMMENT, comment), text(USER_APPLICATION, application)));
        return this;
    }

    /** Adds the interface of all packets. */
    PcapngWriter networkInterface(String name, String description) {
        byte[] body = new byte[8];
        little(body).putShort((short) LINKTYPE_IPV4).putShort((short) 0).putInt(0);
        byte[] resolution = option(TIME_RESOLUTION, new byte[] {NANOSECONDS});
        block(
                INTERFACE,
                body,
                options(text(INTERFACE_NAME, name), text(INTERFACE_DESCRIPTION, description), resolution));
        return this;
    }

    /** Adds a packet seen at {@code nanoseconds}, {@link #OUTBOUND} or {@link #INBOUND}. */
    PcapngWriter packet(long nanoseconds, byte[] octets, int direction, String comment) {
        byte[] body = new byte[20 + padded(octets.length)];
        little(body)
                .putInt(0)
                .putInt((int) (nanoseconds >>> 32))
                .putInt((int) nanoseconds)
                .putInt(octets.length)
                .putInt(octets.length)
                .put(octets);
        byte[] flags = new byte[4];
        little(flags).putInt(direction);
        block(ENHANCED_PACKET, body, options(text(COMMENT, comment), option(PACKET_FLAGS, flags)));
        return this;
    }

    byte[] octets() {
        return out.toByteArray();
    }

    private void block(int type, byte[] body, byte[] options) {
        byte[] block = new byte[12 + body.length + options.length];
        little(block).putInt(type).putInt(block.length).put(body).put(options).putInt(block.length);
        out.writeBytes(block);
    }

    private static byte[] options(byte[]... options) {
        ByteArrayOutputStream list = new ByteArrayOutputStream();
        for (byte[] option : options) {
            list.writeBytes(option);
        }
        list.writeBytes(new byte[4]);
        return list.toByteArray();
    }

    private static byte[] text(int code, String words) {
        return option(code, words.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] option(int code, byte[] value) {
        byte[] option = new byte[4 + padded(value.length)];
        little(option).putShort((short) code).putShort((short) value.length).put(value);
        return option;
    }

    private static int padded(int length) {
        return (length + 3) / 4 * 4;
    }

    private static ByteBuffer little(byte[] octets) {
        return ByteBuffer.wrap(octets).order(ByteOrder.LITTLE_ENDIAN);
    }
}
