package dev.lastack.properties.analysis;

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

    /** Ports held at a rate of {@code connectionsPerSecond}, were there enough of them. */
    public double portsHeldAt(double connectionsPerSecond) {
        return connectionsPerSecond * timeWaitSeconds;
    }
}
