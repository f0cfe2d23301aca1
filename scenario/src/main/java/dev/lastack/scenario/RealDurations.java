package dev.lastack.scenario;

import dev.lastack.scenario.knobs.EndpointKnobs;
import dev.lastack.scenario.knobs.Host;
import dev.lastack.scenario.knobs.Knob;
import dev.lastack.scenario.knobs.KnobTypes.SpanRange;
import dev.lastack.scenario.knobs.KnobTypes.Throttle;
import dev.lastack.scenario.knobs.Knobs;
import dev.lastack.scenario.knobs.Settings;
import dev.lastack.scenario.knobs.Span;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** The settings of a scenario with every duration in real time, as it would be written in a file. */
final class RealDurations {

    private final long tick;
    private final long msl;

    private RealDurations(Scenario scenario) {
        this.tick = scenario.statement().realTime().orElseThrow().tick().toNanos();
        Settings settings = new Settings();
        scenario.statement()
                .settings()
                .forEach((knob, text) ->
                        settings.set(knob, text, scenario.statement().place()));
        this.msl = nanos(settings.get(Knobs.MSL), 0);
    }

    /** By knob, its text; the length of the tick apart. */
    static Map<String, String> of(Scenario scenario) {
        RealDurations durations = new RealDurations(scenario);
        Map<String, String> texts = new LinkedHashMap<>();
        // The defaults that are ticks.
        texts.put(Knobs.MSL.name(), Knobs.MSL.defaultText());
        for (Host host : Host.values()) {
            texts.put(host + "." + Knobs.RTO.name(), Knobs.RTO.defaultText());
        }
        texts.putAll(scenario.statement().settings());
        texts.remove(Knobs.TICK.name());
        texts.replaceAll((name, text) -> {
            Knob<?> knob = Settings.requireKnob(name, scenario.statement().place());
            return durations.text(
                    knob, text, knob.parse(text, scenario.statement().place()));
        });
        return texts;
    }

    private String text(Knob<?> knob, String written, Object value) {
        if (value instanceof Span.Off) {
            return written;
        }
        if (value instanceof Span span) {
            return knob.equals(Knobs.RTO_BACKOFF) ? "exponential(" + text(span) + ")" : text(span);
        }
        if (value instanceof SpanRange range) {
            String min = text(range.min());
            return range.min().equals(range.max()) ? min : min + ".." + text(range.max());
        }
        if (value instanceof Throttle throttle && throttle.count() != EndpointKnobs.OFF) {
            return throttle.count() + " per " + text(throttle.per());
        }
        return written;
    }

    private String text(Span span) {
        return text(nanos(span, msl));
    }

    /** So many nanoseconds as a scenario writes them. */
    public static String text(long nanos) {
        BigDecimal milliseconds = BigDecimal.valueOf(nanos, 6).stripTrailingZeros();
        return nanos % 1_000_000_000 == 0 ? nanos / 1_000_000_000 + "s" : milliseconds.toPlainString() + "ms";
    }

    private long nanos(Span span, long ofMsl) {
        if (span instanceof Span.Ticks ticks) {
            return ticks.count() * tick;
        }
        if (span instanceof Span.OfMsl multiple) {
            return multiple.factor() * ofMsl + multiple.offset() * tick;
        }
        return span instanceof Span.Real real ? real.nanos() : 0;
    }
}
