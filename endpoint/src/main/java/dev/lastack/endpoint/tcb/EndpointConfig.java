package dev.lastack.endpoint.tcb;

import dev.lastack.endpoint.wire.SequenceNumbers;
import dev.lastack.scenario.Scenarios;
import dev.lastack.scenario.knobs.EndpointKnobs;
import dev.lastack.scenario.knobs.EndpointKnobs.Open;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How an endpoint is set up: the knobs of a scenario, and what only real time and real octets need.
 *
 * @param knobs durations in ticks; {@link Buffers#receive()} stands for its window
 * @param tick microseconds in a tick
 * @param numbers the sequence space
 * @param halfDuplex after {@code close} arriving text is answered by RST (MAY-1, SHLD-3)
 * @param measuredRto RFC 6298 from measured round trips; else the gaps of the knobs alone
 * @param timeWaitGrace microseconds beyond {@code knobs.timeWait()}: whoever ranks arrivals before the 2MSL timer at
 *     one instant sets less than a tick
 * @param keepAliveProbes unanswered probes that end the connection
 * @param windowScale the peer may scale its window (RFC 7323 §2)
 */
public record EndpointConfig(
        EndpointKnobs knobs,
        long tick,
        SequenceNumbers numbers,
        Buffers buffers,
        boolean halfDuplex,
        boolean measuredRto,
        long timeWaitGrace,
        int keepAliveProbes,
        boolean windowScale) {

    /** A host without window scaling. */
    public EndpointConfig(
            EndpointKnobs knobs,
            long tick,
            SequenceNumbers numbers,
            Buffers buffers,
            boolean halfDuplex,
            boolean measuredRto,
            long timeWaitGrace,
            int keepAliveProbes) {
        this(knobs, tick, numbers, buffers, halfDuplex, measuredRto, timeWaitGrace, keepAliveProbes, false);
    }

    /** No instant: what an unset timer has for a deadline. */
    public static final long NEVER = Long.MAX_VALUE;

    private static final Duration TICK = Duration.ofMillis(100);
    private static final int ETHERNET_MSS = 1460;
    private static final int KEEP_ALIVE_PROBES = 9;
    private static final int MICROS_PER_MILLI = 1_000;

    /** What RFC 9293 says where a scenario's default is made for small state spaces. */
    private static final Map<String, String> REAL_TIME = Map.ofEntries(
            Map.entry("tick", "100ms"),
            Map.entry("msl", "120s"), // §3.4.2
            Map.entry("time-wait", "2*msl"), // MUST-13
            Map.entry("ack-check", "rfc5961"),
            Map.entry("challenge-limit", "10 per 5s"), // RFC 5961 §7
            Map.entry("reassembly", "on"), // SHLD-31
            Map.entry("rto", "1s"), // RFC 6298 §2.1
            Map.entry("rto.backoff", "exponential(60s)"), // RFC 6298 §2.5
            Map.entry("retransmissions", "15"), // far beyond the 100 s of SHLD-11
            Map.entry("silent-reset", "no"),
            Map.entry("open", "both"));

    /**
     * Octets.
     *
     * @param mss the MSS option that SYN carries, and the most text in a segment
     * @param send what SEND may have waiting
     * @param receive RCV.WND with nothing unread, at most 65535
     */
    public record Buffers(int mss, int send, int receive, UserReads reads) {

        /** As on Ethernet, without window scaling. */
        public static Buffers onTheWire() {
            return new Buffers(ETHERNET_MSS, 1 << 20, 0xFFFF, UserReads.BY_RECEIVE);
        }
    }

    /** When octets that were received leave the window. */
    public enum UserReads {
        AT_ONCE,
        BY_RECEIVE
    }

    /** RFC 9293 with RFC 5961 and RFC 6298, on the wire and in real time. */
    public static EndpointConfig rfc9293() {
        return rfc9293(Map.of());
    }

    /** The same with some knobs set otherwise, written as in a scenario: {@code "time-wait.rst", "ignore"}. */
    public static EndpointConfig rfc9293(Map<String, String> changes) {
        Map<String, String> settings = new LinkedHashMap<>(REAL_TIME);
        settings.putAll(changes);
        return onTheWire(Scenarios.of(settings).a(), TICK);
    }

    /** A host of a scenario, in real time and with 32-bit numbers. */
    public static EndpointConfig onTheWire(EndpointKnobs knobs, Duration tick) {
        return new EndpointConfig(
                knobs,
                tick.toNanos() / MICROS_PER_MILLI,
                SequenceNumbers.WIRE,
                Buffers.onTheWire(),
                false,
                true,
                0,
                KEEP_ALIVE_PROBES);
    }

    /** The same with other buffers. */
    public EndpointConfig with(Buffers other) {
        return new EndpointConfig(
                knobs, tick, numbers, other, halfDuplex, measuredRto, timeWaitGrace, keepAliveProbes, windowScale);
    }

    /** The same, closing half-duplex (MAY-1). */
    public EndpointConfig closingHalfDuplex() {
        return new EndpointConfig(
                knobs, tick, numbers, buffers, true, measuredRto, timeWaitGrace, keepAliveProbes, windowScale);
    }

    /** The same, with a peer that may scale its window. */
    public EndpointConfig scalingWindows() {
        return new EndpointConfig(
                knobs, tick, numbers, buffers, halfDuplex, measuredRto, timeWaitGrace, keepAliveProbes, true);
    }

    /** Microseconds of a duration knob, {@link #NEVER} if it is off. */
    public long micros(int ticks) {
        return ticks == EndpointKnobs.OFF || ticks == EndpointKnobs.UNLIMITED ? NEVER : ticks * tick;
    }

    /** A host that answers a SYN. */
    public boolean listens() {
        return knobs.user().open() != Open.ACTIVE;
    }
}
