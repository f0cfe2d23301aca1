package dev.lastack.capture.packet;

import dev.lastack.capture.file.Frame;

/** Decodes frames into one reused {@link RecordedSegment}; never fails, but says what a frame is instead. */
public final class Decoder {

    private static final int END = 0;
    private static final int NOP = 1;
    private static final int WINDOW_SCALE = 3;
    private static final int TIMESTAMPS = 8;
    private static final long PRIME = 0x9E37_79B9_7F4A_7C15L;

    private final LinkHeader link = new LinkHeader();
    private final NetworkHeader network = new NetworkHeader();
    private final RecordedSegment segment = new RecordedSegment();

    /** Decodes {@code frame}; the segment is valid if the outcome is SEGMENT, until the next call. */
    public FrameContent decode(Frame frame) {
        FrameContent outcome = link.read(frame);
        if (outcome != FrameContent.SEGMENT) {
            return outcome;
        }
        int end = frame.start() + frame.length();
        long onTheWire = frame.original() - (link.network() - frame.start());
        outcome = network.read(frame.octets(), link.network(), end, onTheWire);
        if (outcome != FrameContent.SEGMENT) {
            return outcome;
        }
        // Ethernet pads short frames: TCP ends where the IP header says.
        int last = (int) Math.min(end, (long) network.transport + network.announced);
        return transport(frame, last);
    }

    /** The segment that was decoded last. */
    public RecordedSegment segment() {
        return segment;
    }

    /** RFC 9293 §3.1. */
    private FrameContent transport(Frame frame, int end) {
        byte[] octets = frame.octets();
        int at = network.transport;
        if (network.announced < 20) {
            return FrameContent.MALFORMED;
        }
        if (end - at < 20) {
            return FrameContent.TRUNCATED;
        }
        int header = (Octets.u8(octets, at + 12) >>> 4) * 4;
        if (header < 20 || header > network.announced) {
            return FrameContent.MALFORMED;
        }
        if (end - at < header) {
            return FrameContent.TRUNCATED;
        }
        segment.time = frame.time();
        segment.tap = frame.tap();
        segment.direction = link.direction();
        addresses();
        segment.sourcePort = Octets.u16(octets, at);
        segment.destinationPort = Octets.u16(octets, at + 2);
        segment.seq = Octets.i32(octets, at + 4);
        segment.ack = Octets.i32(octets, at + 8);
        segment.flags = Octets.u8(octets, at + 13);
        segment.window = Octets.u16(octets, at + 14);
        segment.text = network.announced - header;
        segment.fingerprint = fingerprint(octets, at, header);
        options(octets, at + 20, at + header);
        return FrameContent.SEGMENT;
    }

    private void addresses() {
        segment.sourceHigh = network.sourceHigh;
        segment.sourceLow = network.sourceLow;
        segment.destinationHigh = network.destinationHigh;
        segment.destinationLow = network.destinationLow;
        segment.timeToLive = network.timeToLive;
        segment.identification = network.identification;
    }

    /** Checksum offload fills the checksum in behind the tap, so that it is left out. */
    private long fingerprint(byte[] octets, int at, int header) {
        long hash = segment.text;
        for (int i = 0; i < header; i += 4) {
            int word = i == 16 ? Octets.u16(octets, at + 18) : Octets.i32(octets, at + i);
            hash = (hash ^ word) * PRIME;
            hash ^= hash >>> 29;
        }
        return hash;
    }

    /** RFC 9293 §3.2, RFC 7323 §2 and §3. A list that is out of shape ends there, as receivers treat it. */
    private void options(byte[] octets, int start, int end) {
        segment.stamped = false;
        segment.stamp = 0;
        segment.echo = 0;
        segment.shift = RecordedSegment.NO_SHIFT;
        int at = start;
        while (at < end && octets[at] != END) {
            if (octets[at] == NOP) {
                at++;
                continue;
            }
            int length = at + 1 < end ? Octets.u8(octets, at + 1) : 0;
            if (length < 2 || at + length > end) {
                return;
            }
            if (octets[at] == TIMESTAMPS && length == 10) {
                segment.stamped = true;
                segment.stamp = Octets.i32(octets, at + 2);
                segment.echo = Octets.i32(octets, at + 6);
            } else if (octets[at] == WINDOW_SCALE && length == 3) {
                // RFC 7323 §2.3: a larger shift counts as 14.
                segment.shift = Math.min(14, Octets.u8(octets, at + 2));
            }
            at += length;
        }
    }
}
