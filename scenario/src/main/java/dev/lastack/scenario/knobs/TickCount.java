package dev.lastack.scenario.knobs;

import java.util.OptionalInt;

/** How many ticks a duration without a unit of time comes to. */
public final class TickCount {

    private TickCount() {}

    /** The ticks of a whole number or a multiple of an msl of {@code msl} ticks; empty if {@code text} is neither. */
    public static OptionalInt of(String text, int msl) {
        if (!text.matches(SpanSyntax.ANY)) {
            return OptionalInt.empty();
        }
        Span span = SpanSyntax.parse(text).orElse(new Span.Off());
        if (span instanceof Span.Ticks ticks) {
            return OptionalInt.of(ticks.count());
        }
        return span instanceof Span.OfMsl multiple
                ? OptionalInt.of(multiple.factor() * msl + multiple.offset())
                : OptionalInt.empty();
    }
}
