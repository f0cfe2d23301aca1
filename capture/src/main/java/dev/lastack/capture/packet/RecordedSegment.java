package dev.lastack.capture.packet;

import dev.lastack.capture.file.Frame.Direction;

/**
 * A recorded TCP segment, in fields that the next one overwrites. Sequence numbers are unsigned 32-bit values in an int;
 * IPv4 addresses are those that RFC 4291 §2.5.5.2 maps into IPv6.
 */
public final class RecordedSegment {

    public static final int FIN = 1;
    public static final int SYN = 2;
    public static final int RST = 4;
    public static final int PSH = 8;
    public static final int ACK = 16;

    /** {@link #shift} where no window-scale option was sent. */
    public static final int NO_SHIFT = -1;

    /** The number of the packet among all read, from 1. */
    public long number;
    /** Nanoseconds since 1970. */
    public long time;
    /** The interface of the file that recorded it. */
    public int tap;

    public Direction direction = Direction.UNKNOWN;
    public long sourceHigh;
    public long sourceLow;
    public int sourcePort;
    public long destinationHigh;
    public long destinationLow;
    public int destinationPort;
    public int timeToLive;
    public int identification;
    public int seq;
    public int ack;
    public int flags;
    /** The window field as it stands in the header. */
    public int window;
    /** Octets of text that the IP header announces. */
    public int text;

    public boolean stamped;
    public int stamp;
    public int echo;
    public int shift;
    /** A hash of the TCP header without its checksum: equal for two records of one packet. */
    public long fingerprint;

    public boolean fin() {
        return (flags & FIN) != 0;
    }

    public boolean syn() {
        return (flags & SYN) != 0;
    }

    public boolean rst() {
        return (flags & RST) != 0;
    }

    public boolean acks() {
        return (flags & ACK) != 0;
    }

    /** SEG.LEN: text, SYN and FIN (RFC 9293 §3.4). */
    public int length() {
        return text + (syn() ? 1 : 0) + (fin() ? 1 : 0);
    }

    /** The sequence number behind the segment. */
    public int end() {
        return seq + length();
    }
}
