package dev.lastack.scenario.knobs;

import com.google.common.math.LongMath;
import dev.lastack.scenario.knobs.Span.OfMsl;
import dev.lastack.scenario.knobs.Span.Off;
import dev.lastack.scenario.knobs.Span.Real;
import dev.lastack.scenario.knobs.Span.Ticks;
import dev.lastack.scenario.text.Place;
import dev.lastack.scenario.text.ScenarioException;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Turns durations into ticks. Where a real duration is no whole number of ticks it is rounded in the direction that only
 * adds behaviours, so that what holds of the rounded scenario holds of the real one; a duration that has no such
 * direction has to be a whole number of ticks.
 */
public final class TickScale {

    private final long tickNanos;
    private final boolean measured;
    private final Span msl;
    private final List<String> rounded = new ArrayList<>();

    /** The scale of {@code settings}; complaints without a better place name {@code otherwise}. */
    TickScale(Settings settings, Place otherwise) {
        Optional<Span> tick = settings.find(Knobs.TICK);
        List<Long> reals = settings.spans().stream()
                .filter(Real.class::isInstance)
                .map(span -> ((Real) span).nanos())
                .toList();
        this.measured = !reals.isEmpty();
        this.msl = settings.get(Knobs.MSL);
        if (msl instanceof OfMsl) {
            throw new ScenarioException(settings.place(Knobs.MSL, otherwise), "msl: cannot be a multiple of itself");
        }
        if (!reals.isEmpty() && tick.isEmpty() && !(msl instanceof Real)) {
            throw new ScenarioException(
                    settings.place(Knobs.MSL, otherwise),
                    "msl: is in ticks while other durations are real; give msl in real time too, or the length of a tick"
                            + " (tick: 1s)");
        }
        this.tickNanos = tick.map(span -> ((Real) span).nanos())
                .orElseGet(() -> reals.stream().reduce(0L, LongMath::gcd));
    }

    /** Where a duration goes that is no whole number of ticks. */
    enum Rounding {
        UP(RoundingMode.CEILING),
        DOWN(RoundingMode.FLOOR),
        NONE(RoundingMode.UNNECESSARY);

        private final RoundingMode mode;

        Rounding(RoundingMode mode) {
            this.mode = mode;
        }
    }

    /** The ticks of {@code span}, or {@link EndpointKnobs#OFF}. */
    int ticks(String knob, Span span, Rounding rounding, int least, Place place) {
        if (span instanceof Off) {
            return EndpointKnobs.OFF;
        }
        long ticks = span instanceof Ticks plain ? plain.count() : scaled(knob, span, rounding, place);
        if (ticks < least || ticks > Span.GREATEST) {
            throw new ScenarioException(
                    place,
                    knob + ": comes to " + ticks + " ticks; it has to be from " + least + " to " + Span.GREATEST);
        }
        return (int) ticks;
    }

    private long scaled(String knob, Span span, Rounding rounding, Place place) {
        if (span instanceof OfMsl multiple) {
            long mslTimes = msl instanceof Ticks plain
                    ? (long) multiple.factor() * plain.count()
                    : divided(knob, multiple.factor() * ((Real) msl).nanos(), rounding, place);
            return mslTimes + multiple.offset();
        }
        return divided(knob, ((Real) span).nanos(), rounding, place);
    }

    private long divided(String knob, long nanos, Rounding rounding, Place place) {
        if (tickNanos == 0) {
            return 0; // Every real duration is zero, or there would be a tick.
        }
        if (nanos % tickNanos != 0) {
            if (rounding == Rounding.NONE) {
                throw new ScenarioException(
                        place,
                        knob
                                + ": is no whole number of ticks, and neither rounding it up nor down only adds behaviours;"
                                + " choose a tick that divides it");
            }
            rounded.add(knob);
        }
        return LongMath.divide(nanos, tickNanos, rounding.mode);
    }

    /** The length of a tick in nanoseconds, if durations are real. */
    public Optional<Long> tickNanos() {
        return tickNanos == 0 ? Optional.empty() : Optional.of(tickNanos);
    }

    /** Whether a duration is in real time. */
    public boolean measured() {
        return measured;
    }

    /** The knobs that {@link #ticks} had to round. */
    public List<String> rounded() {
        return rounded.stream().distinct().toList();
    }
}
