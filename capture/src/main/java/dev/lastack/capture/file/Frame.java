package dev.lastack.capture.file;

/**
 * One recorded packet, in fields that the next one overwrites. The octets belong to the reader: they are valid until it
 * reads on.
 */
public final class Frame {

    /** Which way a packet went through the interface, where the file says so. */
    public enum Direction {
        UNKNOWN,
        INBOUND,
        OUTBOUND
    }

    /** No time was recorded, as in a simple packet block. */
    public static final long NO_TIME = Long.MIN_VALUE;

    byte[] octets = new byte[0];
    int start;
    int length;
    long original;
    long time;
    int linkType;
    int tap;
    Direction direction = Direction.UNKNOWN;

    /** The buffer that holds the packet; not to be changed. */
    public byte[] octets() {
        return octets;
    }

    /** Index in {@link #octets()} of the first octet of the link header. */
    public int start() {
        return start;
    }

    /** Octets captured, without a frame check sequence. */
    public int length() {
        return length;
    }

    /** Octets the packet had on the wire; more than {@link #length()} if the snap length cut it. */
    public long original() {
        return original;
    }

    /** Nanoseconds since 1970, or {@link #NO_TIME}. */
    public long time() {
        return time;
    }

    /** The LINKTYPE of the interface. */
    public int linkType() {
        return linkType;
    }

    /** The interface, counted over all sections of the file from 0. */
    public int tap() {
        return tap;
    }

    public Direction direction() {
        return direction;
    }
}
