package dev.lastack.scenario.knobs;

import dev.lastack.scenario.knobs.KnobTypes.SpanRange;
import dev.lastack.scenario.text.Place;
import java.util.Map;
import java.util.Optional;

/**
 * The durations of a scenario exactly as written: in nanoseconds if they are real, else in ticks. None is rounded.
 *
 * @param tick how long a tick is
 */
public record Durations(long tick, long msl, Timers a, Timers b) {

    /** A timer that is switched off. */
    public static final long OFF = EndpointKnobs.OFF;

    /**
     * Those of one host, see the knobs of these names.
     *
     * @param rtoBackoffCap the greatest gap, or {@link #OFF}
     * @param timeWaitReuseAfter a duration or {@link #OFF}, as the next two
     */
    public record Timers(
            long timeWait,
            long timeWaitReuseAfter,
            long finWait2Timeout,
            long keepAlive,
            long quietTime,
            long rtoMin,
            long rtoMax,
            long rtoBackoffCap) {}

    /** Those of a scenario with these settings, which are valid. */
    public static Durations of(Map<String, String> texts, Optional<RealTime> realTime, Place place) {
        Settings settings = new Settings();
        texts.forEach((knob, text) -> settings.set(knob, text, place));
        long tick = realTime.filter(RealTime::measured)
                .map(time -> time.tick().toNanos())
                .orElse(1L);
        long msl = length(settings.get(Knobs.MSL), tick, 0);
        return new Durations(tick, msl, timers(settings, Host.A, tick, msl), timers(settings, Host.B, tick, msl));
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
                length(settings.get(host, Knobs.KEEP_ALIVE), tick, msl),
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
