package dev.lastack.conformance.packetdrill.network;

import dev.lastack.conformance.packetdrill.script.Packet;
import dev.lastack.conformance.packetdrill.script.TcpOption;
import dev.lastack.endpoint.wire.FourTuple;
import dev.lastack.endpoint.wire.InternetChecksum;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** A script's packets as the octets of RFC 9293 §3.1, and back; every number is one of the wire. */
public final class Wire {

    /** The order of the control octet from FIN upwards; {@code A} is spelled {@code .} in answers. */
    private static final String CONTROL = "FSRP.UEW";

    private static final int HEADER = 20;
    private static final int ACCURATE_ECN = 1;
    private static final long UNSIGNED = 0xFFFF_FFFFL;

    private Wire() {}

    /** The octets that reach the local end of {@code tuple}, payload zero, checksum right. */
    static byte[] octets(Packet packet, FourTuple tuple) {
        List<TcpOption> options = packet.options().orElse(List.of());
        int header = HEADER + options.stream().mapToInt(TcpOption::octets).sum();
        ByteBuffer octets = ByteBuffer.allocate(header + packet.length());
        octets.putShort((short) tuple.remotePort()).putShort((short) tuple.localPort());
        octets.putInt((int) packet.sequence()).putInt((int) packet.ack().orElse(0));
        octets.put((byte) ((header / 4) << 4)).put((byte) control(packet));
        octets.putShort((short) packet.window().orElse(0)).putShort((short) 0);
        octets.putShort((short) packet.urgent());
        options.forEach(option -> put(option, octets));
        int checksum = InternetChecksum.of(octets.array(), tuple.remoteAddress(), tuple.localAddress());
        octets.putShort(16, (short) checksum);
        return octets.array();
    }

    /** What the local end of {@code tuple} sent, or why that is no segment. */
    static Packet packet(byte[] octets, FourTuple tuple) throws Malformed {
        ByteBuffer header = ByteBuffer.wrap(octets);
        int length = octets.length < HEADER ? 0 : ((header.get(12) >> 4) & 0xF) * 4;
        if (length < HEADER || length > octets.length) {
            throw new Malformed("a header of " + length + " octets in a segment of " + octets.length);
        }
        if (InternetChecksum.of(octets, tuple.localAddress(), tuple.remoteAddress()) != 0) {
            throw new Malformed("a wrong checksum");
        }
        for (int at = length; at < octets.length; at++) {
            if (octets[at] != 0) {
                throw new Malformed("octets that nobody gave it to send");
            }
        }
        String flags = flags(header.get(13) & 0xFF) + ((header.get(12) & ACCURATE_ECN) != 0 ? "A" : "");
        return new Packet(
                false,
                Optional.of(new Packet.Ports(header.getShort(0) & 0xFFFF, header.getShort(2) & 0xFFFF)),
                flags,
                header.getInt(4) & UNSIGNED,
                octets.length - length,
                flags.contains(".") ? OptionalLong.of(header.getInt(8) & UNSIGNED) : OptionalLong.empty(),
                OptionalInt.of(header.getShort(14) & 0xFFFF),
                header.getShort(18) & 0xFFFF,
                Optional.of(options(header, length)));
    }

    private static int control(Packet packet) {
        int control = 0;
        for (int bit = 0; bit < CONTROL.length(); bit++) {
            control |= packet.has(CONTROL.charAt(bit)) ? 1 << bit : 0;
        }
        return control;
    }

    /** Flags in the customary order, SYN before FIN before RST before PSH, the ACK last. */
    private static String flags(int control) {
        StringBuilder flags = new StringBuilder();
        for (char flag : new char[] {'S', 'F', 'R', 'P', 'U', 'E', 'W', '.'}) {
            if (((control >> CONTROL.indexOf(flag)) & 1) != 0) {
                flags.append(flag);
            }
        }
        return flags.toString();
    }

    private static void put(TcpOption option, ByteBuffer octets) {
        octets.put((byte) option.kind().number());
        switch (option.kind()) {
            case EOL, NOP -> {}
            case SACK_OK -> octets.put((byte) option.octets());
            case MSS ->
                octets.put((byte) option.octets())
                        .putShort(option.values().get(0).shortValue());
            case WSCALE ->
                octets.put((byte) option.octets()).put(option.values().get(0).byteValue());
            case SACK, TIMESTAMPS -> {
                octets.put((byte) option.octets());
                option.values().forEach(value -> octets.putInt(value.intValue()));
            }
        }
    }

    private static List<TcpOption> options(ByteBuffer header, int end) throws Malformed {
        List<TcpOption> options = new ArrayList<>();
        int at = HEADER;
        while (at < end) {
            TcpOption.Kind kind = kind(header.get(at) & 0xFF);
            int octets = 1;
            if (kind != TcpOption.Kind.EOL && kind != TcpOption.Kind.NOP) {
                octets = at + 1 < end ? header.get(at + 1) & 0xFF : 0;
                if (octets < 2 || at + octets > end) {
                    throw new Malformed("a TCP option of " + octets + " octets");
                }
            }
            options.add(new TcpOption(kind, values(kind, header, at + 2, at + octets)));
            at += octets;
        }
        return List.copyOf(options);
    }

    private static TcpOption.Kind kind(int number) throws Malformed {
        for (TcpOption.Kind kind : TcpOption.Kind.values()) {
            if (kind.number() == number) {
                return kind;
            }
        }
        throw new Malformed("the TCP option of kind " + number);
    }

    private static List<Long> values(TcpOption.Kind kind, ByteBuffer header, int from, int end) throws Malformed {
        List<Long> values = new ArrayList<>();
        int width = switch (kind) {
            case EOL, NOP, SACK_OK -> 0;
            case WSCALE -> 1;
            case MSS -> 2;
            case SACK, TIMESTAMPS -> 4;
        };
        for (int at = from; width > 0 && at + width <= end; at += width) {
            values.add(
                    width == 4
                            ? header.getInt(at) & UNSIGNED
                            : width == 2 ? header.getShort(at) & 0xFFFFL : header.get(at) & 0xFFL);
        }
        int expected = new TcpOption(kind, values).octets();
        if (width > 0 && expected != end - from + 2) {
            throw new Malformed("a TCP option of kind " + kind.number() + " with " + (end - from + 2) + " octets");
        }
        if ((kind == TcpOption.Kind.TIMESTAMPS || kind == TcpOption.Kind.SACK) && values.size() % 2 != 0) {
            throw new Malformed("a TCP option of kind " + kind.number() + " with half a pair");
        }
        return List.copyOf(values);
    }

    /** Octets that are no segment. */
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;

        private final String what;

        Malformed(String what) {
            super(what);
            this.what = what;
        }

        String what() {
            return what;
        }
    }
}
