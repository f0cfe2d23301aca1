package dev.lastack.scenario.knobs;

import dev.lastack.scenario.knobs.EndpointKnobs.Isn;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.Collectors;

/** The types that the knob table is written with. */
public final class KnobTypes {

    private static final String UNITS =
            "a number of ticks, a multiple of msl (2*msl-1), or real time (200ms, 60s, 2min)";

    private KnobTypes() {}

    /** The constants of an enum, in the users' spelling: {@code ON_ANY_FIN} is {@code on-any-fin}. */
    static <E extends Enum<E>> KnobType<E> choice(Class<E> constants) {
        E[] all = constants.getEnumConstants();
        KnobType<E> type =
                KnobType.described(Arrays.stream(all).map(KnobTypes::spelling).collect(Collectors.joining(", ")));
        for (E constant : all) {
            type = type.orWord(spelling(constant), constant);
        }
        return type;
    }

    private static String spelling(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static KnobType<Boolean> either(String yes, String no) {
        return KnobType.<Boolean>described(yes + ", " + no).orWord(yes, true).orWord(no, false);
    }

    static KnobType<Integer> number(int least, int greatest) {
        return KnobType.<Integer>described("a whole number from " + least + " to " + greatest)
                .orNumber(least, greatest, count -> count);
    }

    /** A number of events, which may be without limit. */
    static KnobType<Integer> budget(int greatest) {
        return KnobType.<Integer>described("none, unlimited, or a whole number up to " + greatest)
                .orWord("none", 0)
                .orWord("unlimited", EndpointKnobs.UNLIMITED)
                .orNumber(0, greatest, count -> count);
    }

    static KnobType<Span> duration(int least) {
        return duration(KnobType.described(atLeast(least) + UNITS), least);
    }

    static KnobType<Span> durationOrOff(int least) {
        KnobType<Span> type = KnobType.described("off, or " + atLeast(least) + UNITS);
        return duration(type.orWord("off", new Span.Off()), least);
    }

    private static String atLeast(int ticks) {
        return "at least " + ticks + (ticks == 1 ? " tick: " : " ticks: ");
    }

    private static KnobType<Span> duration(KnobType<Span> type, int least) {
        return type.orNumber(least, Span.GREATEST, Span.Ticks::new)
                .orText(SpanSyntax.NOT_TICKS, matcher -> SpanSyntax.parse(matcher.group()));
    }

    static KnobType<Span> realTime() {
        return KnobType.<Span>described("real time (200ms, 60s, 2min)")
                .orText(
                        SpanSyntax.REAL_TIME,
                        matcher ->
                                SpanSyntax.parseReal(matcher.group()).filter(span -> !span.equals(new Span.Real(0))));
    }

    static KnobType<SpanRange> durationRange() {
        String one = SpanSyntax.ANY;
        return KnobType.<SpanRange>described("at least 1 tick, or a range min..max: " + UNITS)
                .orNumber(1, Span.GREATEST, count -> new SpanRange(new Span.Ticks(count), new Span.Ticks(count)))
                .orText("(" + one + ")(?:\\.\\.(" + one + "))?", KnobTypes::range);
    }

    private static Optional<SpanRange> range(Matcher matcher) {
        String max = matcher.group(2) == null ? matcher.group(1) : matcher.group(2);
        return SpanSyntax.parse(matcher.group(1))
                .flatMap(from -> SpanSyntax.parse(max).map(to -> new SpanRange(from, to)));
    }

    static KnobType<Span> backoff() {
        return KnobType.<Span>described("none, or exponential(cap), where cap is a duration")
                .orWord("none", new Span.Off())
                .orText("exponential\\((" + SpanSyntax.ANY + ")\\)", matcher -> SpanSyntax.parse(matcher.group(1)));
    }

    static KnobType<Throttle> throttle() {
        return KnobType.<Throttle>described("off, or a number per duration, such as 10 per 2")
                .orWord("off", new Throttle(EndpointKnobs.OFF, new Span.Ticks(1)))
                .orText(
                        "([1-9]\\d{0,3}) per (" + SpanSyntax.ANY + ")",
                        matcher -> SpanSyntax.parse(matcher.group(2))
                                .map(per -> new Throttle(Integer.parseInt(matcher.group(1)), per)));
    }

    static KnobType<IsnRule> isn() {
        return KnobType.<IsnRule>described("constant, monotonic, random, or clock(n), which advances by n per tick")
                .orWord("constant", new IsnRule(Isn.CONSTANT, 0))
                .orWord("monotonic", new IsnRule(Isn.MONOTONIC, 0))
                .orWord("random", new IsnRule(Isn.RANDOM, 0))
                .orText(
                        "clock\\(([1-9]\\d{0,3})\\)",
                        matcher -> Optional.of(new IsnRule(Isn.CLOCK, Integer.parseInt(matcher.group(1)))));
    }

    static KnobType<Integer> powerOfTwo(int greatest) {
        KnobType<Integer> type = KnobType.<Integer>described("unbounded, or a power of two from 4 to " + greatest)
                .orWord("unbounded", Environment.UNBOUNDED);
        for (int power = 4; power <= greatest; power *= 2) {
            type = type.orWord(Integer.toString(power), power);
        }
        return type;
    }

    /** A least and a greatest duration. */
    public record SpanRange(Span min, Span max) {}

    /** So many per duration. */
    public record Throttle(int count, Span per) {}

    /** How an ISS is chosen, and the numbers per tick of a clock. */
    record IsnRule(Isn kind, int rate) {}
}
