package dev.lastack.conformance.packetdrill.call;

import dev.lastack.conformance.packetdrill.script.Expression;
import java.util.Map;
import java.util.OptionalLong;

/** The numbers behind the symbols of the system's headers, as Linux defines them. */
public final class Symbols {

    private static final Map<String, Long> VALUES = Map.ofEntries(
            Map.entry("O_RDONLY", 0L),
            Map.entry("O_WRONLY", 1L),
            Map.entry("O_RDWR", 2L),
            Map.entry("O_NONBLOCK", 0x800L),
            Map.entry("SOCK_STREAM", 1L),
            Map.entry("SOCK_NONBLOCK", 0x800L),
            Map.entry("SOCK_CLOEXEC", 0x80000L),
            Map.entry("SHUT_RD", 0L),
            Map.entry("SHUT_WR", 1L),
            Map.entry("SHUT_RDWR", 2L),
            Map.entry("MSG_PEEK", 0x2L),
            Map.entry("MSG_DONTWAIT", 0x40L),
            Map.entry("MSG_EOR", 0x80L),
            Map.entry("MSG_WAITALL", 0x100L),
            Map.entry("MSG_NOSIGNAL", 0x4000L),
            Map.entry("POLLIN", (long) Poll.IN),
            Map.entry("POLLOUT", (long) Poll.OUT),
            Map.entry("POLLERR", (long) Poll.ERR),
            Map.entry("POLLHUP", (long) Poll.HUP),
            Map.entry("POLLNVAL", (long) Poll.NVAL),
            Map.entry("POLLRDNORM", (long) Poll.RDNORM),
            Map.entry("POLLWRNORM", (long) Poll.WRNORM),
            Map.entry("POLLRDHUP", (long) Poll.RDHUP),
            Map.entry("EPIPE", 32L),
            Map.entry("ECONNRESET", 104L),
            Map.entry("ETIMEDOUT", 110L),
            Map.entry("ECONNREFUSED", 111L));

    private Symbols() {}

    /** The value of a number, a known symbol, or several of them joined by {@code |}. */
    public static OptionalLong value(Expression expression) {
        if (expression instanceof Expression.Int number) {
            return OptionalLong.of(number.value());
        }
        if (expression instanceof Expression.Word word) {
            Long value = VALUES.get(word.name());
            return value == null ? OptionalLong.empty() : OptionalLong.of(value);
        }
        if (expression instanceof Expression.Or or) {
            long bits = 0;
            for (Expression operand : or.operands()) {
                OptionalLong value = value(operand);
                if (value.isEmpty()) {
                    return value;
                }
                bits |= value.getAsLong();
            }
            return OptionalLong.of(bits);
        }
        return OptionalLong.empty();
    }

    public static long value(String symbol) {
        return VALUES.getOrDefault(symbol, 0L);
    }
}
