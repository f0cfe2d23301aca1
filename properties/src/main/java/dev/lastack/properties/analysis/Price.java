package dev.lastack.properties.analysis;

import dev.lastack.scenario.RealTimeText;
import java.time.Duration;
import java.util.Locale;

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

    /** The greatest rate for tables: {@code 470.5}, or {@code unlimited}. */
    public String rate() {
        return timeWaitSeconds == 0 ? "unlimited" : String.format(Locale.ROOT, "%.1f", connectionsPerSecond());
    }

    /** Ports held at a rate of {@code connectionsPerSecond}, were there enough of them. */
    public double portsHeldAt(double connectionsPerSecond) {
        return connectionsPerSecond * timeWaitSeconds;
    }
}
