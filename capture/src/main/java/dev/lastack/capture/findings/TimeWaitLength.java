package dev.lastack.capture.findings;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How long an end stays in TIME-WAIT.
 *
 * @param least nanoseconds that it lasts at least
 * @param most nanoseconds that it lasts at most, if nothing restarts it
 */
public record TimeWaitLength(long least, long most) {

    private static final long SECOND = 1_000_000_000L;

    /** From no TIME-WAIT at all to 2 MSL with the MSL of RFC 9293 §3.4.2. */
    public static final TimeWaitLength UNKNOWN = new TimeWaitLength(0, 240 * SECOND);

    /** Exactly {@code length}. */
    public static TimeWaitLength of(Duration length) {
        return new TimeWaitLength(length.toNanos(), length.toNanos());
    }

    /** The length that {@code stack} has by default, in its source or documentation. */
    public static Optional<TimeWaitLength> of(String stack) {
        return switch (stack.toLowerCase(Locale.ROOT)) {
            case "linux" -> exactly(60); // TCP_TIMEWAIT_LEN
            case "freebsd" -> exactly(60); // 2 * net.inet.tcp.msl
            case "macos" -> exactly(30); // 2 * net.inet.tcp.msl
            case "illumos" -> exactly(60); // tcp_time_wait_interval
            case "lwip" -> exactly(120); // 2 * TCP_MSL
            case "gvisor" -> exactly(60); // DefaultTCPTimeWaitTimeout
            case "smoltcp" -> exactly(10); // CLOSE_DELAY
            case "windows" -> Optional.of(new TimeWaitLength(30 * SECOND, 240 * SECOND)); // TcpTimedWaitDelay
            default -> Optional.empty();
        };
    }

    /** The stacks of {@link #of(String)}. */
    public static List<String> stacks() {
        return List.of("linux", "freebsd", "macos", "illumos", "lwip", "gvisor", "smoltcp", "windows");
    }

    private static Optional<TimeWaitLength> exactly(long seconds) {
        return Optional.of(new TimeWaitLength(seconds * SECOND, seconds * SECOND));
    }
}
