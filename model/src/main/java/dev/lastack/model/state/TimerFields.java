package dev.lastack.model.state;

import static dev.lastack.tcp.TcpState.CLOSED;
import static dev.lastack.tcp.TcpState.CLOSE_WAIT;
import static dev.lastack.tcp.TcpState.CLOSING;
import static dev.lastack.tcp.TcpState.ESTABLISHED;
import static dev.lastack.tcp.TcpState.FIN_WAIT_2;
import static dev.lastack.tcp.TcpState.LAST_ACK;
import static dev.lastack.tcp.TcpState.TIME_WAIT;

import dev.lastack.scenario.knobs.EndpointKnobs;
import dev.lastack.scenario.knobs.EndpointKnobs.Isn;
import dev.lastack.scenario.knobs.Environment;

/** The clocks and timers of one endpoint, all in ticks. */
public final class TimerFields {

    /** Since the oldest unacknowledged segment was sent last. */
    public final StateLayout.Field rexmtElapsed;
    /** How often it was sent again. */
    public final StateLayout.Field rexmtCount;

    public final StateLayout.Field timeWaitLeft;
    public final StateLayout.Field timeWaitAge;
    public final StateLayout.Field finWait2Left;
    public final StateLayout.Field closingLeft;
    public final StateLayout.Field lastAckLeft;
    public final StateLayout.Field idle;
    public final StateLayout.Field quietLeft;
    /** How long the acknowledgment that is owed waits; 0 if none is. */
    public final StateLayout.Field ackOwed;
    /** Challenge ACKs sent in the present period. */
    public final StateLayout.Field challenges;

    public final StateLayout.Field challengePeriodLeft;
    public final StateLayout.Field isnClock;
    /** How far TS.Recent lies behind the peer's clock, and how often that clock had been reset. */
    public final StateLayout.Field tsRecentAge;

    final StateLayout.Field tsRecentBoot;
    /** How often the host's own clock was reset. */
    public final StateLayout.Field boot;

    TimerFields(TcbFields.Declaring declare, EndpointKnobs knobs, FieldRanges bounds) {
        Environment environment = bounds.environment();
        // A timer that fires in the tick itself is never seen when its time has come.
        int firing = bounds.order().timersAreSteps() ? 0 : 1;
        boolean throttled = knobs.challenge().limit() != EndpointKnobs.OFF;
        rexmtElapsed =
                declare.field("retransmission", bounds.longestRto(knobs.retransmission()) - firing, TcpStates.SENDING);
        rexmtCount = declare.field(
                "retransmissions", bounds.retransmissionsCounted(knobs.retransmission()), TcpStates.SENDING);
        timeWaitLeft = declare.field("2MSL", knobs.timeWait().length(), TcpStates.set(TIME_WAIT));
        timeWaitAge = declare.field("since TIME-WAIT", on(knobs.timeWait().reuseAfter()), TcpStates.set(TIME_WAIT));
        finWait2Left = declare.field("FIN-WAIT-2", on(knobs.finWait2().timeout()), TcpStates.set(FIN_WAIT_2));
        closingLeft = declare.field("CLOSING", on(knobs.closing().timeout()), TcpStates.set(CLOSING));
        lastAckLeft = declare.field("LAST-ACK", on(knobs.closing().lastAckTimeout()), TcpStates.set(LAST_ACK));
        idle = declare.field("idle", on(knobs.keepAlive()), TcpStates.set(ESTABLISHED, FIN_WAIT_2, CLOSE_WAIT));
        quietLeft = declare.field("quiet", environment.crash() > 0 ? bounds.quiet(knobs) : 0, TcpStates.set(CLOSED));
        ackOwed = declare.field("ACK owed", bounds.ackOwed(knobs), TcpStates.OWING_ACK);
        challenges = declare.field("challenge ACKs", on(knobs.challenge().limit()), TcpStates.BEYOND_SYN_SENT);
        challengePeriodLeft = declare.field(
                "challenge period", throttled ? knobs.challenge().period() : 0, TcpStates.BEYOND_SYN_SENT);
        isnClock = declare.field(
                "ISN clock", knobs.numbers().isn() == Isn.CLOCK ? bounds.greatestNumber() : 0, TcpStates.ALL);
        tsRecentAge = declare.field(
                "TS.Recent age", bounds.timestamps() ? environment.msl() + 1 : 0, TcpStates.BEYOND_SYN_SENT);
        tsRecentBoot = declare.field("TS.Recent boot", bounds.boots(), TcpStates.BEYOND_SYN_SENT);
        boot = declare.field("boot", bounds.boots(), TcpStates.ALL);
    }

    private static int on(int knob) {
        return Math.max(0, knob);
    }
}
