package dev.lastack.conformance.packetdrill.script;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * A TCP packet as a script writes it: numbers count from the initial sequence numbers of the connection.
 *
 * @param ports source and destination, if the script names them; a port may be {@link #ANY}
 * @param flags in the order written, of {@code FSRPUEWCA} and {@code .} for ACK; empty if there are none
 * @param sequence of the first octet; {@link #ANY} in an expected packet
 * @param length octets of payload
 * @param ack empty if not written
 * @param window empty if not written: for an expected packet any will do
 * @param urgent the urgent pointer
 * @param options empty for {@code <...>}: for an expected packet any will do
 */
public record Packet(
        boolean inbound,
        Optional<Ports> ports,
        String flags,
        long sequence,
        int length,
        OptionalLong ack,
        OptionalInt window,
        int urgent,
        Optional<List<TcpOption>> options) {

    /** A number written {@code ...}: any will do. No number of a segment is negative. */
    public static final int ANY = -1;

    /** Source and destination of a packet. */
    public record Ports(int source, int destination) {}

    public boolean has(char flag) {
        return flags.indexOf(flag) >= 0;
    }

    /** The same packet of the connection that everybody means. */
    public Packet withoutPorts() {
        return new Packet(inbound, Optional.empty(), flags, sequence, length, ack, window, urgent, options);
    }

    public Packet withFlags(String other) {
        return new Packet(inbound, ports, other, sequence, length, ack, window, urgent, options);
    }

    /** The same packet with {@code octets} of payload from {@code first} on. */
    public Packet withRange(long first, int octets) {
        return new Packet(inbound, ports, flags, first, octets, ack, window, urgent, options);
    }

    public Packet withAck(OptionalLong other) {
        return new Packet(inbound, ports, flags, sequence, length, other, window, urgent, options);
    }

    public Packet withWindow(int octets) {
        return new Packet(inbound, ports, flags, sequence, length, ack, OptionalInt.of(octets), urgent, options);
    }

    public Packet withOptions(Optional<List<TcpOption>> other) {
        return new Packet(inbound, ports, flags, sequence, length, ack, window, urgent, other);
    }

    /** The packet without its direction, in the language of scripts. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        ports.ifPresent(p -> text.append(shown(p.source()))
                .append(" > ")
                .append(shown(p.destination()))
                .append(' '));
        text.append(flags.isEmpty() ? "-" : flags).append(' ');
        text.append(sequence == ANY ? "..." : sequence + ":" + ((sequence + length) & 0xFFFF_FFFFL));
        text.append('(').append(length).append(')');
        ack.ifPresent(number -> text.append(" ack ").append(number));
        window.ifPresent(octets -> text.append(" win ").append(octets));
        if (urgent != 0) {
            text.append(" urg ").append(urgent);
        }
        String list = options.map(all -> all.stream().map(Object::toString).collect(Collectors.joining(",")))
                .orElse("...");
        if (!list.isEmpty()) {
            text.append(" <").append(list).append('>');
        }
        return text.toString();
    }

    /** A number as a script writes it. */
    static String shown(long number) {
        return number == ANY ? "..." : Long.toString(number);
    }
}
