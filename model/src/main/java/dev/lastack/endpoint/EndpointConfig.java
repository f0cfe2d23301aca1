package dev.lastack.endpoint;

import dev.lastack.scenario.EndpointKnobs;
import dev.lastack.scenario.EndpointKnobs.AckCheck;
import dev.lastack.scenario.EndpointKnobs.BareAck;
import dev.lastack.scenario.EndpointKnobs.Close;
import dev.lastack.scenario.EndpointKnobs.CrashClock;
import dev.lastack.scenario.EndpointKnobs.Isn;
import dev.lastack.scenario.EndpointKnobs.Open;
import dev.lastack.scenario.EndpointKnobs.ReuseNeeds;
import dev.lastack.scenario.EndpointKnobs.RstCheck;
import dev.lastack.scenario.EndpointKnobs.RstRule;
import dev.lastack.scenario.EndpointKnobs.TimeWaitRestart;
import dev.lastack.scenario.EndpointKnobs.TimeWaitSyn;

/**
 * How an endpoint is set up: the knobs of a scenario, and what only real time and real octets need.
 *
 * @param knobs durations in ticks
 * @param tick microseconds in a tick
 * @param numbers the sequence space
 * @param mss the MSS option that SYN carries, and the most text in a segment
 * @param sendBuffer octets that SEND may have waiting
 * @param userReads at once: the user takes octets as they arrive, so that they never occupy the window
 * @param halfDuplex after {@code close} arriving text is answered by RST (MAY-1, SHLD-3)
 * @param measuredRto RFC 6298 from measured round trips; else the gaps of the knobs
 * @param timeWaitGrace microseconds beyond {@code knobs.timeWait()}: whoever ranks arrivals before the 2MSL timer at
 *     one instant sets less than a tick
 * @param keepAliveProbes unanswered probes that end the connection
 */
public record EndpointConfig(
        EndpointKnobs knobs,
        long tick,
        SequenceNumbers numbers,
        int mss,
        int sendBuffer,
        UserReads userReads,
        boolean halfDuplex,
        boolean measuredRto,
        long timeWaitGrace,
        int keepAliveProbes) {

    /** When octets that were received leave the window. */
    public enum UserReads {
        AT_ONCE,
        BY_RECEIVE
    }

    /** No instant: what an unset timer has for a deadline. */
    static final long NEVER = Long.MAX_VALUE;

    private static final long MILLISECOND = 1_000;

    /** What RFC 9293 says, with RFC 5961 and RFC 6298, on the wire and in milliseconds. */
    public static EndpointConfig rfc9293() {
        return new EndpointConfig(
                rfc9293Knobs(),
                MILLISECOND,
                SequenceNumbers.WIRE,
                1460,
                1 << 20,
                UserReads.BY_RECEIVE,
                false,
                true,
                0,
                9);
    }

    private static EndpointKnobs rfc9293Knobs() {
        return new EndpointKnobs(
                240_000, // 2MSL, MUST-13 with the MSL of §3.4.2
                TimeWaitRestart.ON_FIN,
                RstRule.AS_ELSEWHERE,
                TimeWaitSyn.CHALLENGE,
                BareAck.SILENT,
                EndpointKnobs.OFF,
                ReuseNeeds.TIMESTAMPS,
                Isn.CLOCK,
                250, // a number every 4 µs, §3.4.1
                false,
                RstCheck.EXACT,
                AckCheck.RFC5961,
                10, // RFC 5961 §7: ten challenge ACKs in 5 s
                5_000,
                true,
                1_000, // RFC 6298 §2.1: 1 s before the first measurement
                1_000,
                60_000,
                15, // R2 far beyond 100 s, SHLD-11
                EndpointKnobs.OFF,
                RstRule.AS_ELSEWHERE,
                EndpointKnobs.OFF,
                0,
                CrashClock.SURVIVES,
                false,
                0xFFFF,
                EndpointKnobs.UNLIMITED,
                Close.EARLY,
                Open.BOTH);
    }

    /** The same with other knobs. */
    public EndpointConfig with(EndpointKnobs other) {
        return new EndpointConfig(
                other,
                tick,
                numbers,
                mss,
                sendBuffer,
                userReads,
                halfDuplex,
                measuredRto,
                timeWaitGrace,
                keepAliveProbes);
    }

    /** Microseconds of a duration knob, {@link #NEVER} if it is off. */
    long micros(int ticks) {
        return ticks == EndpointKnobs.OFF || ticks == EndpointKnobs.UNLIMITED ? NEVER : ticks * tick;
    }

    /** A host that answers a SYN. */
    boolean listens() {
        return knobs.open() != Open.ACTIVE;
    }
}
