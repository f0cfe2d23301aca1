package dev.lastack.conformance.packetdrill;

import dev.lastack.conformance.packetdrill.script.Packet;
import dev.lastack.conformance.packetdrill.script.TcpOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares a segment that the stack sent with the one that a script expects, both in the script's numbers. */
final class PacketCheck {

    private PacketCheck() {}

    /**
     * Every field that differs, in words; empty if the segment is the expected one.
     *
     * @param tsValTolerance how far a TSval may be off, in ticks: how fast it ticks is the stack's own affair
     */
    static List<String> differences(Packet expected, Packet got, long tsValTolerance) {
        List<String> differences = new ArrayList<>();
        if (!sameFlags(expected.flags(), got.flags())) {
            differences.add("flags " + shown(got.flags()) + " instead of " + shown(expected.flags()));
        }
        compare("sequence number", expected.sequence(), got.sequence(), differences);
        compare("payload", expected.length(), got.length(), differences);
        if (expected.has('.') && got.has('.')) {
            compare("ack", expected.ack().orElse(0), got.ack().orElse(0), differences);
        }
        if (expected.window().isPresent()) {
            compare("win", expected.window().getAsInt(), got.window().orElse(0), differences);
        }
        compare("urgent pointer", expected.urgent(), got.urgent(), differences);
        // RFC 7323 §3.2: without the ACK bit the receiver ignores TSecr; of an RST, stacks echo or write 0.
        boolean echoed = !expected.has('R') || expected.has('.');
        if (expected.options().isPresent()
                && !sameOptions(expected.options().get(), got.options().orElse(List.of()), echoed, tsValTolerance)) {
            differences.add("options <" + list(got.options()) + "> instead of <" + list(expected.options()) + ">");
        }
        return differences;
    }

    /**
     * One segment in place of two that follow each other: a stack may cut its text where it likes, so a script that
     * expects more octets than the MSS gets them together.
     */
    static Optional<Packet> joined(Packet first, Packet second) {
        boolean follows = ((first.sequence() + first.length()) & 0xFFFF_FFFFL) == second.sequence();
        if (!follows || first.has('F') || first.has('S') || second.has('S') || second.length() == 0) {
            return Optional.empty();
        }
        return Optional.of(second.withRange(first.sequence(), first.length() + second.length()));
    }

    private static void compare(String field, long expected, long got, List<String> differences) {
        if (expected != got) {
            differences.add(field + " " + got + " instead of " + expected);
        }
    }

    private static boolean sameFlags(String one, String other) {
        return one.length() == other.length() && one.chars().allMatch(flag -> other.indexOf(flag) >= 0);
    }

    private static boolean sameOptions(
            List<TcpOption> expected, List<TcpOption> got, boolean echoed, long tsValTolerance) {
        if (expected.size() != got.size()) {
            return false;
        }
        for (int i = 0; i < expected.size(); i++) {
            TcpOption one = expected.get(i);
            TcpOption other = got.get(i);
            boolean timestamps = one.kind() == TcpOption.Kind.TIMESTAMPS && other.kind() == one.kind();
            boolean same = timestamps
                    ? (!echoed || one.values().get(1).equals(other.values().get(1)))
                            && Math.abs((int) (one.values().get(0)
                                            - other.values().get(0)))
                                    <= tsValTolerance
                    : one.equals(other);
            if (!same) {
                return false;
            }
        }
        return true;
    }

    private static String shown(String flags) {
        return flags.isEmpty() ? "-" : flags;
    }

    private static String list(Optional<List<TcpOption>> options) {
        return options.map(all ->
                        String.join(",", all.stream().map(Object::toString).toList()))
                .orElse("...");
    }
}
