package dev.lastack.conformance.packetdrill.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/** Reads packets. What no TCP endpoint sees (other protocols, tunnels, IP fields) becomes a foreign action. */
final class PacketParser {

    private static final Set<String> OTHER_PROTOCOLS =
            Set.of("icmp", "udp", "sctp", "gre", "GREv0", "mpls", "ipv4", "ipv6", "psp");
    private static final String FLAGS = "FSRPUEWCA.";
    private static final long MOST_SEQUENCE = 0xFFFF_FFFFL;
    private static final int MOST_16 = 0xFFFF;
    private static final int MOST_OPTION_OCTETS = 40;

    private final TokenStream tokens;

    PacketParser(TokenStream tokens) {
        this.tokens = tokens;
    }

    /** A packet from its direction on: an {@link ScriptAction.Exchange} or an {@link ScriptAction.Foreign}. */
    ScriptAction packet() throws ScriptSyntaxException {
        Position start = tokens.peek().position();
        boolean inbound = tokens.take().isSymbol('<');
        Optional<String> foreign = header();
        if (foreign.isPresent()) {
            tokens.skipLine(start);
            return new ScriptAction.Foreign(foreign.get());
        }
        Optional<Packet.Ports> ports = ports();
        if (tokens.peek().is(Token.Kind.DECIMAL)
                || tokens.peek().text().matches("[FSRPUEWC]+[0-7]")
                || (tokens.peek().is(Token.Kind.WORD) && tokens.peek(1).is(Token.Kind.DECIMAL))) {
            tokens.skipLine(start);
            return new ScriptAction.Foreign("the AccECN counter in the flags of a packet");
        }
        String flags = flags();
        long sequence = orAny(inbound, "the sequence number", MOST_SEQUENCE);
        int length = sequence == Packet.ANY ? octets() : length(sequence);
        if (tokens.peek().isSymbol('!')) {
            tokens.skipLine(start);
            return new ScriptAction.Foreign("the absolute sequence number of a packet");
        }
        OptionalLong ack = tokens.takeIf("ack")
                ? OptionalLong.of(tokens.integer("the acknowledgment number", 0, MOST_SEQUENCE))
                : OptionalLong.empty();
        OptionalInt window = tokens.takeIf("win")
                ? OptionalInt.of((int) tokens.integer("the window", 0, MOST_16))
                : OptionalInt.empty();
        int urgent = tokens.takeIf("urg") ? (int) tokens.integer("the urgent pointer", 0, MOST_16) : 0;
        return rest(
                start,
                new Packet(inbound, ports, flags, sequence, length, ack, window, urgent, Optional.of(List.of())));
    }

    /** The options, and what else may stand on the line. */
    private ScriptAction rest(Position start, Packet packet) throws ScriptSyntaxException {
        Optional<List<TcpOption>> options = Optional.of(List.of());
        if (tokens.peek().isSymbol('<') && tokens.peek().position().line() == start.line()) {
            Position list = tokens.take().position();
            Optional<String> foreign = Optional.empty();
            if (tokens.peek().is(Token.Kind.ELLIPSIS)) {
                tokens.take();
                tokens.expect('>');
                options = Optional.empty();
                if (packet.inbound()) {
                    throw new ScriptSyntaxException(list, "<...> can only stand in an expected packet");
                }
            } else {
                List<TcpOption> all = new ArrayList<>();
                foreign = options(packet.inbound(), all);
                if (foreign.isEmpty()) {
                    checkOctets(list, all);
                }
                options = Optional.of(List.copyOf(all));
            }
            if (foreign.isPresent()) {
                tokens.skipLine(start);
                return new ScriptAction.Foreign(foreign.get());
            }
        }
        if (tokens.peek().isSymbol('{') || tokens.peek().isSymbol('/')) {
            boolean encapsulated = tokens.peek().isSymbol('/');
            tokens.skipLine(start);
            return new ScriptAction.Foreign(
                    encapsulated ? "the UDP encapsulation of a packet" : "the mutation of a packet");
        }
        return new ScriptAction.Exchange(packet.withOptions(options));
    }

    /** Says what of the packet is not TCP; passes over {@code [noecn]}, which holds for every segment here. */
    private Optional<String> header() throws ScriptSyntaxException {
        Token first = tokens.peek();
        if (first.isSymbol('(') || first.isSymbol('[')) {
            if (!tokens.peek(1).isWord("noecn")) {
                return Optional.of("the IP field '" + tokens.peek(1).text() + "' of a packet");
            }
            tokens.take();
            tokens.take();
            tokens.expect(first.isSymbol('(') ? ')' : ']');
        }
        Token protocol = tokens.peek();
        return protocol.is(Token.Kind.WORD) && OTHER_PROTOCOLS.contains(protocol.text())
                ? Optional.of("the " + protocol.text() + " packet")
                : Optional.empty();
    }

    private Optional<Packet.Ports> ports() throws ScriptSyntaxException {
        boolean port = tokens.peek().is(Token.Kind.INTEGER) || tokens.peek().is(Token.Kind.ELLIPSIS);
        if (!port || !tokens.peek(1).isSymbol('>')) {
            return Optional.empty();
        }
        int source = port("the source port");
        tokens.expect('>');
        return Optional.of(new Packet.Ports(source, port("the destination port")));
    }

    private int port(String what) throws ScriptSyntaxException {
        return tokens.takeIf(Token.Kind.ELLIPSIS) ? Packet.ANY : (int) tokens.integer(what, 1, MOST_16);
    }

    /** A number from 0 to {@code most}; {@code ...} in an expected packet. */
    private long orAny(boolean inbound, String what, long most) throws ScriptSyntaxException {
        return !inbound && tokens.takeIf(Token.Kind.ELLIPSIS) ? Packet.ANY : tokens.integer(what, 0, most);
    }

    private String flags() throws ScriptSyntaxException {
        if (tokens.takeIf('-')) {
            return "";
        }
        if (tokens.takeIf('.')) {
            return ".";
        }
        if (!tokens.peek().is(Token.Kind.WORD)) {
            throw tokens.unexpected("the flags of a packet (of " + FLAGS + ", or '-')");
        }
        Token word = tokens.take();
        for (int i = 0; i < word.text().length(); i++) {
            char flag = word.text().charAt(i);
            if (FLAGS.indexOf(flag) < 0 || word.text().indexOf(flag) != i) {
                throw new ScriptSyntaxException(
                        word.position(), "'" + word.text() + "' are no flags: each of " + FLAGS + " at most once");
            }
        }
        return tokens.takeIf('.') ? word.text() + "." : word.text();
    }

    /** {@code :end(length)}; the two must agree. */
    private int length(long sequence) throws ScriptSyntaxException {
        tokens.expect(':');
        Position place = tokens.peek().position();
        long end = tokens.integer("the end of the sequence range", 0, MOST_SEQUENCE);
        int length = octets();
        if (((sequence + length) & MOST_SEQUENCE) != end) {
            throw new ScriptSyntaxException(
                    place, "the range " + sequence + ":" + end + " does not hold " + length + " octets");
        }
        return length;
    }

    /** {@code (length)}. */
    private int octets() throws ScriptSyntaxException {
        tokens.expect('(');
        int length = (int) tokens.integer("the length of the payload", 0, MOST_16);
        tokens.expect(')');
        return length;
    }

    private Optional<String> options(boolean inbound, List<TcpOption> options) throws ScriptSyntaxException {
        do {
            Token word = tokens.expect(Token.Kind.WORD);
            switch (word.text()) {
                case "nop" -> options.add(new TcpOption(TcpOption.Kind.NOP, List.of()));
                case "eol" -> options.add(new TcpOption(TcpOption.Kind.EOL, List.of()));
                case "sackOK" -> options.add(new TcpOption(TcpOption.Kind.SACK_OK, List.of()));
                case "mss" ->
                    options.add(new TcpOption(TcpOption.Kind.MSS, List.of(orAny(inbound, "the MSS", MOST_16))));
                case "wscale" ->
                    options.add(new TcpOption(TcpOption.Kind.WSCALE, List.of(orAny(inbound, "the window scale", 255))));
                case "TS" -> options.add(timestamps(inbound));
                case "sack" -> options.add(sack());
                default -> {
                    return Optional.of("the TCP option '" + word.text() + "'");
                }
            }
        } while (tokens.takeIf(','));
        tokens.expect('>');
        return Optional.empty();
    }

    private TcpOption timestamps(boolean inbound) throws ScriptSyntaxException {
        tokens.expect("val");
        long value = orAny(inbound, "TSval", MOST_SEQUENCE);
        tokens.expect("ecr");
        return new TcpOption(TcpOption.Kind.TIMESTAMPS, List.of(value, orAny(inbound, "TSecr", MOST_SEQUENCE)));
    }

    private TcpOption sack() throws ScriptSyntaxException {
        List<Long> edges = new ArrayList<>();
        do {
            edges.add(tokens.integer("the left edge of a SACK block", 0, MOST_SEQUENCE));
            tokens.expect(':');
            edges.add(tokens.integer("the right edge of a SACK block", 0, MOST_SEQUENCE));
        } while (tokens.peek().is(Token.Kind.INTEGER));
        return new TcpOption(TcpOption.Kind.SACK, List.copyOf(edges));
    }

    private static void checkOctets(Position list, List<TcpOption> options) throws ScriptSyntaxException {
        int octets = options.stream().mapToInt(TcpOption::octets).sum();
        if (octets > MOST_OPTION_OCTETS || octets % 4 != 0) {
            throw new ScriptSyntaxException(
                    list,
                    "these options take " + octets + " octets, must be a multiple of 4 up to " + MOST_OPTION_OCTETS
                            + "; pad with nop");
        }
    }
}
