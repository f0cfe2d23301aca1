package dev.lastack.properties.analysis.advice;

import com.google.common.math.LongMath;
import dev.lastack.properties.verification.RealTimeVerdict;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.knobs.EndpointKnobs;
import dev.lastack.scenario.knobs.Host;
import dev.lastack.scenario.knobs.RealTime;
import dev.lastack.scenario.text.ScenarioException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * The lengths of a tick worth trying, the coarsest first. A coarse tick has the smaller state space. A violation found with
 * any of them is taken again at the real durations; that a claim holds carries over only from a tick that rounds nothing
 * but msl and rto, so those follow: the coarsest, then each that rounds msl less, until it is not rounded; then each that is
 * at most half of the one before, until no gap between retransmissions is shorter than a tick.
 */
final class Ticks {

    /** With more ticks to an MSL the ages of segments alone make more states than anybody waits for. */
    static final int MOST_PER_MSL = 8;

    private Ticks() {}

    /**
     * The ticks.
     *
     * @throws ScenarioException if the figures make no scenario with any tick
     */
    static List<Duration> of(Figures figures) {
        long msl = figures.msl().toNanos();
        long divisor = divisor(figures);
        List<Duration> ticks = new ArrayList<>();
        if (msl > divisor && fits(figures, msl)) {
            ticks.add(Duration.ofNanos(msl));
        }
        long leastGap = figures.rto().min().toNanos();
        long excess = Long.MAX_VALUE;
        long last = Long.MAX_VALUE;
        for (int part = 1; perMsl(msl, divisor / part) <= MOST_PER_MSL && (excess > 0 || last > leastGap); part++) {
            long tick = divisor / part;
            long more = perMsl(msl, tick) * tick - msl;
            boolean coversMore = more == excess && last > leastGap && tick <= last / 2;
            if (divisor % part == 0 && (more < excess || coversMore) && fits(figures, tick)) {
                ticks.add(Duration.ofNanos(tick));
                excess = more;
                last = tick;
            }
        }
        return ticks;
    }

    private static long perMsl(long msl, long tick) {
        return (msl + tick - 1) / tick;
    }

    /** The largest tick that divides all that must not be rounded. */
    private static long divisor(Figures figures) {
        // With rto a multiple of msl the exact scenario has the tick that all other durations share.
        Scenario exact = figures.exactly(Map.of("rto", "msl"));
        long tick = exact.statement()
                .realTime()
                .map(RealTime::tick)
                .orElse(figures.msl())
                .toNanos();
        long divisor = LongStream.of(durations(exact.endpoint(Host.A)).toArray())
                .map(ticks -> ticks * tick)
                .reduce(0, LongMath::gcd);
        divisor = LongStream.of(durations(exact.endpoint(Host.B)).toArray())
                .map(ticks -> ticks * tick)
                .reduce(divisor, LongMath::gcd);
        return divisor == 0 ? figures.msl().toNanos() : divisor;
    }

    private static LongStream durations(EndpointKnobs knobs) {
        return LongStream.of(
                        knobs.timeWait().length(),
                        knobs.timeWait().reuseAfter(),
                        knobs.finWait2().timeout(),
                        knobs.closing().timeout(),
                        knobs.closing().lastAckTimeout(),
                        knobs.keepAlive(),
                        knobs.reception().ackDelay(),
                        knobs.crash().quietTime())
                .filter(ticks -> ticks != EndpointKnobs.OFF);
    }

    private static boolean fits(Figures figures, long tick) {
        try {
            figures.at(Duration.ofNanos(tick), Scope.EXCHANGE, Map.of());
            return true;
        } catch (ScenarioException impossible) {
            return false; // A duration without a direction to round is no whole number of these, or every gap is
            // shorter.
        }
    }

    /** Whether claims that hold at this tick hold at the real durations. */
    static boolean decidesSafety(Scenario scenario) {
        return RealTimeVerdict.holdsCarriesOver(scenario);
    }
}
