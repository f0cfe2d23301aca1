package dev.lastack.conformance.packetdrill.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** The grammar of a script: options, then events; shell lines may stand anywhere. */
final class ScriptParser {

    /** Options that change what a run means, and those that tell a tool of another make about its own set-up. */
    private static final Set<String> HONOURED = Set.of(
            "tolerance_usecs",
            "ip_version",
            "bind_port",
            "connect_port",
            "local_ip",
            "remote_ip",
            "strict_segments",
            "mtu",
            "define",
            "tcp_ts_tick_usecs",
            "tcp_ts_ecr_scaled");

    private static final Set<String> WITHOUT_EFFECT = Set.of(
            "gateway_ip",
            "netmask_ip",
            "speed",
            "mss",
            "verbose",
            "debug",
            "dry_run",
            "persistent_tun_dev",
            "send_omit_free",
            "code_command",
            "code_format",
            "code_sockopt",
            "wire_client_dev",
            "wire_server_dev",
            "wire_server_ip",
            "wire_server_port",
            "wire_client",
            "wire_server");

    /** Options whose value is a number, and the largest it may be. */
    private static final Map<String, Long> NUMBERS = Map.of(
            "tolerance_usecs", 1_000_000_000_000L,
            "tcp_ts_tick_usecs", 1_000_000_000L,
            "bind_port", 65_535L,
            "connect_port", 65_535L,
            "mtu", 65_535L);

    private static final EventTime AT_ONCE = new EventTime(EventTime.Kind.RELATIVE, 0, 0);
    private static final double MICROSECONDS = 1e6;
    private static final double LATEST_SECONDS = 1e9;

    private final TokenStream tokens;
    private final PacketParser packets;
    private final ExpressionParser expressions;
    private final List<Script.Option> options = new ArrayList<>();
    private final List<ScriptEvent> events = new ArrayList<>();
    private final List<Script.Unsupported> unsupported = new ArrayList<>();

    ScriptParser(List<Token> tokens) {
        this.tokens = new TokenStream(tokens);
        packets = new PacketParser(this.tokens);
        expressions = new ExpressionParser(this.tokens);
    }

    Script script() throws ScriptSyntaxException {
        boolean begun = false;
        while (!tokens.peek().is(Token.Kind.END)) {
            if (tokens.peek().is(Token.Kind.SHELL)) {
                Token shell = tokens.take();
                events.add(new ScriptEvent(AT_ONCE, new ScriptAction.Shell(shell.text()), shell.position()));
            } else if (!begun && tokens.peek().is(Token.Kind.OPTION)) {
                option();
            } else {
                begun = true;
                event();
            }
        }
        if (!begun && unsupported.isEmpty()) {
            throw tokens.unexpected("an event");
        }
        return new Script(List.copyOf(options), List.copyOf(events), List.copyOf(unsupported));
    }

    private void option() throws ScriptSyntaxException {
        Token token = tokens.take();
        int equals = token.text().indexOf('=');
        String name = equals < 0 ? token.text() : token.text().substring(0, equals);
        String value = unquoted(equals < 0 ? "" : token.text().substring(equals + 1));
        if (NUMBERS.containsKey(name) && !isNumber(value, NUMBERS.get(name))) {
            throw new ScriptSyntaxException(
                    token.position(),
                    "--" + name + " is '" + value + "', must be a whole number up to " + NUMBERS.get(name));
        } else if (name.equals("ip_version")
                && !Set.of("ipv4", "ipv6", "ipv4-mapped-ipv6", "ipv4-mapped", "ipv4_mapped_ipv6")
                        .contains(value)) {
            throw new ScriptSyntaxException(
                    token.position(), "--ip_version is '" + value + "', must be ipv4, ipv6 or ipv4-mapped-ipv6");
        } else if (!HONOURED.contains(name) && !WITHOUT_EFFECT.contains(name)) {
            refuse(token.position(), "the option --" + name);
        }
        options.add(new Script.Option(name, value, token.position()));
    }

    private void event() throws ScriptSyntaxException {
        Position start = tokens.peek().position();
        EventTime time = time();
        Token first = tokens.peek();
        ScriptAction action = action();
        boolean expected = action instanceof ScriptAction.Exchange exchange
                && !exchange.packet().inbound();
        if (time.flexible() && !expected && !(action instanceof ScriptAction.Foreign)) {
            throw new ScriptSyntaxException(start, "only an expected packet ('>') can have '*' or a range as its time");
        }
        if (action instanceof ScriptAction.Foreign foreign) {
            refuse(first.position(), foreign.what());
        }
        events.add(new ScriptEvent(time, action, first.position()));
    }

    private ScriptAction action() throws ScriptSyntaxException {
        Token first = tokens.peek();
        switch (first.kind()) {
            case SHELL -> {
                return new ScriptAction.Shell(tokens.take().text());
            }
            case CODE -> {
                return new ScriptAction.Foreign("the code block "
                        + ScriptAction.Shell.abridged(tokens.take().text()));
            }
            case ELLIPSIS, WORD -> {
                return call();
            }
            case SYMBOL -> {
                if (first.isSymbol('<') || first.isSymbol('>')) {
                    return packets.packet();
                }
                throw tokens.unexpected("a packet, a system call or a command");
            }
            case INTEGER, DECIMAL, STRING, OPTION, END ->
                throw tokens.unexpected("a packet, a system call or a command");
        }
        throw new AssertionError(first.kind());
    }

    private ScriptAction call() throws ScriptSyntaxException {
        OptionalLong end = OptionalLong.empty();
        if (tokens.peek().is(Token.Kind.ELLIPSIS)) {
            tokens.take();
            end = OptionalLong.of(seconds());
        }
        String name = tokens.expect(Token.Kind.WORD).text();
        List<Expression> arguments = expressions.arguments();
        tokens.expect('=');
        Expression result = expressions.alternatives();
        String error = tokens.peek().is(Token.Kind.WORD) ? tokens.take().text() : "";
        note();
        return new ScriptAction.SystemCall(name, arguments, end, result, error);
    }

    /** What perror would say, in parentheses: of no importance. */
    private void note() throws ScriptSyntaxException {
        if (!tokens.takeIf('(')) {
            return;
        }
        while (!tokens.peek().isSymbol(')')) {
            if (tokens.peek().is(Token.Kind.END)) {
                throw tokens.unexpected("')'");
            }
            tokens.take();
        }
        tokens.take();
    }

    private EventTime time() throws ScriptSyntaxException {
        if (tokens.takeIf('*')) {
            return new EventTime(EventTime.Kind.ANY, 0, 0);
        }
        Position start = tokens.peek().position();
        boolean relative = tokens.takeIf('+');
        long from = seconds();
        if (!tokens.takeIf('~')) {
            return new EventTime(relative ? EventTime.Kind.RELATIVE : EventTime.Kind.ABSOLUTE, from, from);
        }
        if (relative) {
            tokens.expect('+');
        }
        long until = seconds();
        if (until < from) {
            throw new ScriptSyntaxException(start, "this range of times ends before it begins");
        }
        return new EventTime(relative ? EventTime.Kind.RELATIVE_RANGE : EventTime.Kind.ABSOLUTE_RANGE, from, until);
    }

    /** A time in seconds, as microseconds. */
    private long seconds() throws ScriptSyntaxException {
        Token token = tokens.peek();
        if (!token.is(Token.Kind.INTEGER) && !token.is(Token.Kind.DECIMAL)) {
            throw tokens.unexpected("a time");
        }
        tokens.take();
        double seconds = token.is(Token.Kind.INTEGER) ? TokenStream.value(token) : Double.parseDouble(token.text());
        if (seconds < 0 || seconds > LATEST_SECONDS) {
            throw new ScriptSyntaxException(
                    token.position(),
                    "the time is " + token.text() + " seconds, must be 0 to " + (long) LATEST_SECONDS);
        }
        return Math.round(seconds * MICROSECONDS);
    }

    private void refuse(Position position, String what) {
        unsupported.add(new Script.Unsupported(position, what));
    }

    private static boolean isNumber(String value, long most) {
        return value.matches("[0-9]{1,13}") && Long.parseLong(value) <= most;
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }
}
