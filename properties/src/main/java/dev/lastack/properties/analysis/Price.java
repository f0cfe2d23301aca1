package dev.lastack.properties.analysis;

import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.knobs.RealTimeText;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * What TIME-WAIT costs a client that opens connections to one destination: each holds a port for its whole wait.
 *
 * @param timeWaitSeconds length of TIME-WAIT
 * @param ports ephemeral ports
 */
public record Price(double timeWaitSeconds, int ports) {

    /** The size of Linux's default ephemeral range, 32768 to 60999 (ip-sysctl, ip_local_port_range). */
    public static final int DEFAULT_PORTS = 28_232;

    /** The greatest lasting rate of connections to one destination, per second; unlimited without TIME-WAIT. */
    public double connectionsPerSecond() {
        return timeWaitSeconds == 0 ? Double.POSITIVE_INFINITY : ports / timeWaitSeconds;
    }

    /** The price of A's TIME-WAIT, where the scenario says how long a tick is. */
    public static Optional<Price> of(Scenario scenario, int ports) {
        return scenario.statement()
                .realTime()
                .map(time -> new Price(
                        time.tick().toNanos() / 1e9 * scenario.a().timeWait().length(), ports));
    }

    /** For people. */
    public String sentence() {
        return timeWaitSeconds == 0
                ? "The price: none; no port is held."
                : String.format(
                        Locale.ROOT,
                        "The price: each closed connection holds a port for %s; with %,d ports that is at most %s new"
                                + " connections a second to one destination.",
                        RealTimeText.of(Duration.ofNanos(Math.round(timeWaitSeconds * 1e9))),
                        ports,
                        rate());
    }

    /** The length for tables: {@code 60} or {@code 0.2}. */
    public String seconds() {
        return BigDecimal.valueOf(timeWaitSeconds).stripTrailingZeros().toPlainString();
    }

    /** The greatest rate for tables: {@code 470.5}, or {@code unlimited}. */
    public String rate() {
        return timeWaitSeconds == 0 ? "unlimited" : String.format(Locale.ROOT, "%.1f", connectionsPerSecond());
    }

    /** The same in whole connections, or {@code ∞}: for pictures. */
    public String wholeRate() {
        return timeWaitSeconds == 0 ? "∞" : String.format(Locale.ROOT, "%.0f", Math.floor(connectionsPerSecond()));
    }
}
