package dev.lastack.conformance.packetdrill;

import dev.lastack.conformance.packetdrill.script.Packet;
import dev.lastack.conformance.packetdrill.script.TcpOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

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
        if (expected.sequence() != Packet.ANY) {
            compare("sequence number", expected.sequence(), got.sequence(), differences);
        }
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
            if (!sameOption(expected.get(i), got.get(i), echoed, tsValTolerance)) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameOption(TcpOption expected, TcpOption got, boolean echoed, long tsValTolerance) {
        List<Long> wanted = expected.values();
        List<Long> values = got.values();
        if (expected.kind() != got.kind() || wanted.size() != values.size()) {
            return false;
        }
        if (expected.kind() == TcpOption.Kind.TIMESTAMPS) {
            boolean sameEcho = !echoed || same(wanted.get(1), values.get(1));
            return sameEcho
                    && (wanted.get(0) == Packet.ANY
                            || Math.abs((int) (wanted.get(0) - values.get(0))) <= tsValTolerance);
        }
        return IntStream.range(0, wanted.size()).allMatch(i -> same(wanted.get(i), values.get(i)));
    }

    private static boolean same(long expected, long got) {
        return expected == Packet.ANY || expected == got;
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
