package dev.lastack.scenario.knobs;

import com.google.common.math.LongMath;
import dev.lastack.scenario.knobs.KnobTypes.SpanRange;
import dev.lastack.scenario.text.Place;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * The durations of a scenario exactly as written, none of them rounded, in the largest unit that divides them all.
 *
 * @param unit its length, in nanoseconds if durations are real, else in ticks
 */
public record Durations(long unit, long msl, Timers a, Timers b) {

    /** A timer that is switched off. */
    public static final long OFF = EndpointKnobs.OFF;

    /**
     * Those of one host, see the knobs of these names.
     *
     * @param rtoBackoffCap the greatest gap, or {@link #OFF}
     * @param timeWaitReuseAfter a duration or {@link #OFF}, as the next five
     */
    public record Timers(
            long timeWait,
            long timeWaitReuseAfter,
            long finWait2Timeout,
            long closingTimeout,
            long lastAckTimeout,
            long keepAlive,
            long ackDelay,
            long quietTime,
            long rtoMin,
            long rtoMax,
            long rtoBackoffCap) {

        private LongStream all() {
            return LongStream.of(
                    timeWait,
                    timeWaitReuseAfter,
                    finWait2Timeout,
                    closingTimeout,
                    lastAckTimeout,
                    keepAlive,
                    ackDelay,
                    quietTime,
                    rtoMin,
                    rtoMax,
                    rtoBackoffCap);
        }

        private Timers in(long unit) {
            return new Timers(
                    in(timeWait, unit),
                    in(timeWaitReuseAfter, unit),
                    in(finWait2Timeout, unit),
                    in(closingTimeout, unit),
                    in(lastAckTimeout, unit),
                    in(keepAlive, unit),
                    in(ackDelay, unit),
                    in(quietTime, unit),
                    in(rtoMin, unit),
                    in(rtoMax, unit),
                    in(rtoBackoffCap, unit));
        }

        private static long in(long length, long unit) {
            return length == OFF ? OFF : length / unit;
        }
    }

    /** Those of a scenario with these settings, which are valid. */
    public static Durations of(Map<String, String> texts, Optional<RealTime> realTime, Place place) {
        Settings settings = new Settings();
        texts.forEach((knob, text) -> settings.set(knob, text, place));
        long tick = realTime.filter(RealTime::measured)
                .map(time -> time.tick().toNanos())
                .orElse(1L);
        long msl = length(settings.get(Knobs.MSL), tick, 0);
        Timers a = timers(settings, Host.A, tick, msl);
        Timers b = timers(settings, Host.B, tick, msl);
        long unit = LongStream.concat(a.all(), b.all())
                .filter(length -> length != OFF)
                .reduce(msl, LongMath::gcd);
        return new Durations(unit, msl / unit, a.in(unit), b.in(unit));
    }

    public Timers of(Host host) {
        return host == Host.A ? a : b;
    }

    private static Timers timers(Settings settings, Host host, long tick, long msl) {
        SpanRange rto = settings.get(host, Knobs.RTO);
        return new Timers(
                length(settings.get(host, Knobs.TIME_WAIT), tick, msl),
                length(settings.get(host, Knobs.TIME_WAIT_REUSE_AFTER), tick, msl),
                length(settings.get(host, Knobs.FIN_WAIT_2_TIMEOUT), tick, msl),
                length(settings.get(host, Knobs.CLOSING_TIMEOUT), tick, msl),
                length(settings.get(host, Knobs.LAST_ACK_TIMEOUT), tick, msl),
                length(settings.get(host, Knobs.KEEP_ALIVE), tick, msl),
                length(settings.get(host, Knobs.ACK_DELAY), tick, msl),
                length(settings.get(host, Knobs.QUIET_TIME), tick, msl),
                length(rto.min(), tick, msl),
                length(rto.max(), tick, msl),
                length(settings.get(host, Knobs.RTO_BACKOFF), tick, msl));
    }

    private static long length(Span span, long tick, long msl) {
        if (span instanceof Span.Off) {
            return OFF;
        }
        if (span instanceof Span.Ticks ticks) {
            return ticks.count() * tick;
        }
        return span instanceof Span.OfMsl multiple
                ? multiple.factor() * msl + multiple.offset() * tick
                : ((Span.Real) span).nanos();
    }
}
