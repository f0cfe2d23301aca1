package dev.lastack.capture.packet;

import dev.lastack.capture.file.Frame;
import dev.lastack.capture.file.Frame.Direction;
import dev.lastack.capture.file.LinkType;

/** Finds the IP header behind the link header of a frame, and what the link header says about the direction. */
final class LinkHeader {

    private static final int IPV4 = 0x0800;
    private static final int IPV6 = 0x86DD;
    private static final int MOST_TAGS = 4;

    private FrameContent outcome = FrameContent.NOT_IP;
    private int network;
    private Direction direction = Direction.UNKNOWN;

    /** Reads the link header; {@link #network()} is valid if the outcome is SEGMENT, which so far means IP. */
    FrameContent read(Frame frame) {
        direction = frame.direction();
        network = frame.start();
        switch (frame.linkType()) {
            case LinkType.RAW, LinkType.RAW_BSD, LinkType.RAW_OPENBSD, LinkType.IPV4, LinkType.IPV6 -> skip(frame, 0);
            case LinkType.NULL, LinkType.LOOP -> skip(frame, 4);
            case LinkType.ETHERNET -> ethertype(frame, 12);
            case LinkType.LINUX_SLL -> cooked(frame, 0, 14, 16);
            case LinkType.LINUX_SLL2 -> cookedSecond(frame);
            default -> outcome = FrameContent.UNKNOWN_LINK;
        }
        return outcome;
    }

    /** Index of the first octet of the IP header. */
    int network() {
        return network;
    }

    Direction direction() {
        return direction;
    }

    /** The family of BSD loopback differs between systems; the version in the IP header does not. */
    private void skip(Frame frame, int length) {
        if (frame.length() <= length) {
            outcome = FrameContent.TRUNCATED;
            return;
        }
        network = frame.start() + length;
        int version = Octets.u8(frame.octets(), network) >>> 4;
        outcome = version == 4 || version == 6 ? FrameContent.SEGMENT : FrameContent.NOT_IP;
    }

    /** Linux cooked: packet type (2), hardware type (2), address length (2), address (8), protocol (2). */
    private void cooked(Frame frame, int typeAt, int protocolAt, int length) {
        if (frame.length() < length) {
            outcome = FrameContent.TRUNCATED;
            return;
        }
        packetType(Octets.u16(frame.octets(), frame.start() + typeAt));
        protocol(frame, protocolAt, length);
    }

    /** Linux cooked v2: protocol (2), reserved (2), interface (4), hardware type (2), packet type (1), length (1), address (8). */
    private void cookedSecond(Frame frame) {
        if (frame.length() < 20) {
            outcome = FrameContent.TRUNCATED;
            return;
        }
        packetType(Octets.u8(frame.octets(), frame.start() + 10));
        protocol(frame, 0, 20);
    }

    private void packetType(int type) {
        if (direction == Direction.UNKNOWN) {
            direction = type == 4 ? Direction.OUTBOUND : type == 0 ? Direction.INBOUND : Direction.UNKNOWN;
        }
    }

    private void ethertype(Frame frame, int at) {
        if (frame.length() < at + 2) {
            outcome = FrameContent.TRUNCATED;
            return;
        }
        protocol(frame, at, at + 2);
    }

    /** An Ethernet type at {@code at}, with what it announces at {@code next}; steps over VLAN tags (802.1Q, 802.1ad). */
    private void protocol(Frame frame, int at, int next) {
        int type = Octets.u16(frame.octets(), frame.start() + at);
        int after = next;
        for (int tags = 0; tags < MOST_TAGS && isTag(type); tags++) {
            if (frame.length() < after + 4) {
                outcome = FrameContent.TRUNCATED;
                return;
            }
            type = Octets.u16(frame.octets(), frame.start() + after + 2);
            after += 4;
        }
        if (type != IPV4 && type != IPV6) {
            outcome = FrameContent.NOT_IP;
            return;
        }
        skip(frame, after);
    }

    private static boolean isTag(int type) {
        return type == 0x8100 || type == 0x88A8 || type == 0x9100 || type == 0x9200;
    }
}
