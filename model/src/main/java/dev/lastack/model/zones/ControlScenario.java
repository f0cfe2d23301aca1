package dev.lastack.model.zones;

import com.google.common.math.IntMath;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.knobs.Durations;
import dev.lastack.scenario.knobs.Host;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A scenario with every duration replaced by one that only says whether there is one: each timer lasts a tick, so that it has
 * either just started or is due. What its rules do in a step then depends on no length.
 */
final class ControlScenario {

    /** More than there are segments in flight, so that an age can hold the number of a clock instead. */
    static final int MSL = 1000;

    /** A gap of that many doublings still is a number of ticks. */
    static final int MOST_DOUBLINGS = 16;

    private ControlScenario() {}

    static Scenario of(Scenario scenario) {
        Durations durations = scenario.durations();
        Map<String, String> changes = new LinkedHashMap<>();
        changes.put("msl", Integer.toString(MSL));
        for (Host host : Host.values()) {
            Durations.Timers timers = durations.of(host);
            changes.put(host + ".time-wait", timer(timers.timeWait()));
            changes.put(host + ".time-wait.reuse-after", timer(timers.timeWaitReuseAfter()));
            changes.put(host + ".fin-wait-2-timeout", timer(timers.finWait2Timeout()));
            changes.put(host + ".closing-timeout", timer(timers.closingTimeout()));
            changes.put(host + ".last-ack-timeout", timer(timers.lastAckTimeout()));
            changes.put(host + ".keep-alive", timer(timers.keepAlive()));
            changes.put(host + ".ack-delay", timer(timers.ackDelay()));
            changes.put(host + ".quiet-time", timer(timers.quietTime()));
            changes.put(host + ".rto", "1");
            changes.put(host + ".rto.backoff", backoff(timers));
        }
        return scenario.with(changes);
    }

    private static String timer(long length) {
        return length == Durations.OFF ? "off" : Long.toString(Math.min(length, 1));
    }

    private static String backoff(Durations.Timers timers) {
        return timers.rtoBackoffCap() == Durations.OFF
                ? "none"
                : "exponential(" + IntMath.pow(2, doublings(timers)) + ")";
    }

    /** How often a gap is doubled before it reaches its cap. */
    static int doublings(Durations.Timers timers) {
        long first = timers.rtoMin() == 0 ? timers.rtoMax() : timers.rtoMin();
        int doublings = 0;
        for (long gap = first; gap < timers.rtoBackoffCap(); gap += gap) {
            doublings++;
        }
        return doublings;
    }
}
