package dev.lastack.endpoint.wire;

import dev.lastack.endpoint.wire.Segment.Timestamps;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The header of RFC 9293 §3.1, read and written.
 *
 * <pre>
 *   0        source port             2      destination port
 *   4                     sequence number
 *   8                  acknowledgment number
 *  12  data offset (4 bits), reserved, control (1 octet)   14   window
 *  16           checksum            18       urgent pointer
 *  20                        options, payload
 * </pre>
 */
public final class TcpHeader {

    static final int LENGTH = 20;

    private static final int SEQUENCE = 4;
    private static final int ACKNOWLEDGMENT = 8;
    private static final int OFFSET = 12;
    private static final int CONTROL = 13;
    private static final int WINDOW = 14;
    private static final int CHECKSUM = 16;

    private static final int OPTION_END = 0;
    private static final int OPTION_NOP = 1;
    private static final int OPTION_MSS = 2;
    private static final int OPTION_WINDOW_SCALE = 3;
    private static final int OPTION_TIMESTAMPS = 8;
    private static final int MSS_LENGTH = 4;
    private static final int WINDOW_SCALE_LENGTH = 3;
    private static final int WINDOW_SCALE_PADDED = 4;
    private static final int TIMESTAMPS_LENGTH = 10;
    private static final int TIMESTAMPS_PADDED = 12;
    private static final long UNSIGNED = 0xFFFFFFFFL;

    private TcpHeader() {}

    /** A segment, or why the octets are none. */
    public record Parsed(Optional<Segment> segment, String flaw) {

        private static Parsed malformed(String flaw) {
            return new Parsed(Optional.empty(), flaw);
        }
    }

    /** Reads what arrived at the local end of {@code tuple}; any octets have a defined result. */
    public static Parsed parse(byte[] octets, FourTuple tuple) {
        if (octets.length < LENGTH) {
            return Parsed.malformed("header truncated at octet " + octets.length + " of 20");
        }
        int headerLength = ((octets[OFFSET] >> 4) & 0xF) * 4;
        if (headerLength < LENGTH || headerLength > octets.length) {
            return Parsed.malformed(
                    "data offset " + headerLength / 4 + " words: expected 5 to " + Math.min(15, octets.length / 4));
        }
        if (InternetChecksum.of(octets, tuple.remoteAddress(), tuple.localAddress()) != 0) {
            return Parsed.malformed("wrong checksum");
        }
        ByteBuffer header = ByteBuffer.wrap(octets);
        if ((header.getShort(0) & 0xFFFF) != tuple.remotePort() || (header.getShort(2) & 0xFFFF) != tuple.localPort()) {
            return Parsed.malformed("ports of another connection");
        }
        return withOptions(header, headerLength);
    }

    private static Parsed withOptions(ByteBuffer header, int headerLength) {
        OptionalInt mss = OptionalInt.empty();
        OptionalInt windowScale = OptionalInt.empty();
        Optional<Timestamps> timestamps = Optional.empty();
        int at = LENGTH;
        while (at < headerLength && header.get(at) != OPTION_END) {
            if (header.get(at) == OPTION_NOP) {
                at++;
                continue;
            }
            int length = at + 1 < headerLength ? header.get(at + 1) & 0xFF : 0;
            if (length < 2 || at + length > headerLength) {
                // An illegal length must not confuse the receiver (MUST-7); dropping is safer than resetting.
                return Parsed.malformed("option " + (header.get(at) & 0xFF) + " with illegal length " + length);
            }
            if (header.get(at) == OPTION_MSS && length == MSS_LENGTH) {
                mss = OptionalInt.of(header.getShort(at + 2) & 0xFFFF);
            } else if (header.get(at) == OPTION_WINDOW_SCALE && length == WINDOW_SCALE_LENGTH) {
                windowScale = OptionalInt.of(header.get(at + 2) & 0xFF);
            } else if (header.get(at) == OPTION_TIMESTAMPS && length == TIMESTAMPS_LENGTH) {
                timestamps =
                        Optional.of(new Timestamps(header.getInt(at + 2) & UNSIGNED, header.getInt(at + 6) & UNSIGNED));
            }
            at += length;
        }
        byte[] payload = new byte[header.capacity() - headerLength];
        header.get(headerLength, payload);
        return new Parsed(
                Optional.of(new Segment(
                        header.getInt(SEQUENCE) & UNSIGNED,
                        header.getInt(ACKNOWLEDGMENT) & UNSIGNED,
                        header.get(CONTROL) & 0xFF,
                        header.getShort(WINDOW) & 0xFFFF,
                        mss,
                        windowScale,
                        timestamps,
                        payload)),
                "");
    }

    /** Writes what the local end of {@code tuple} sends. */
    public static byte[] emit(Segment segment, FourTuple tuple) {
        int options = (segment.mss().isPresent() ? MSS_LENGTH : 0)
                + (segment.timestamps().isPresent() ? TIMESTAMPS_PADDED : 0)
                + (segment.windowScale().isPresent() ? WINDOW_SCALE_PADDED : 0);
        ByteBuffer header = ByteBuffer.allocate(LENGTH + options + segment.payload().length);
        header.putShort((short) tuple.localPort()).putShort((short) tuple.remotePort());
        header.putInt((int) segment.seq()).putInt((int) segment.ack());
        header.put((byte) (((LENGTH + options) / 4) << 4)).put((byte) segment.control());
        header.putShort((short) segment.window()).putInt(0);
        segment.mss()
                .ifPresent(mss ->
                        header.put((byte) OPTION_MSS).put((byte) MSS_LENGTH).putShort((short) mss));
        segment.timestamps().ifPresent(timestamps -> putTimestamps(header, timestamps));
        segment.windowScale()
                .ifPresent(shift -> header.put((byte) OPTION_NOP)
                        .put((byte) OPTION_WINDOW_SCALE)
                        .put((byte) WINDOW_SCALE_LENGTH)
                        .put((byte) shift));
        header.put(segment.payload());
        byte[] octets = header.array();
        header.putShort(CHECKSUM, (short) InternetChecksum.of(octets, tuple.localAddress(), tuple.remoteAddress()));
        return octets;
    }

    private static void putTimestamps(ByteBuffer header, Timestamps timestamps) {
        header.put((byte) OPTION_NOP).put((byte) OPTION_NOP);
        header.put((byte) OPTION_TIMESTAMPS).put((byte) TIMESTAMPS_LENGTH);
        header.putInt((int) timestamps.value()).putInt((int) timestamps.echo());
    }
}
