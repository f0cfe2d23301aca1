package dev.lastack.scenario.knobs;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How durations are written. */
final class SpanSyntax {

    /** Real time: a number and its unit. */
    static final String REAL_TIME = "\\d{1,12}(?:\\.\\d{1,9})?(?:us|ms|s|min|h)";

    /** A duration other than a plain number of ticks. */
    static final String NOT_TICKS = "(?:\\d{1,4}\\*)?msl(?:[+-]\\d{1,4})?|" + REAL_TIME;

    /** Any duration. */
    static final String ANY = "\\d{1,6}|" + NOT_TICKS;

    private static final Pattern OF_MSL = Pattern.compile("(?:(\\d+)\\*)?msl([+-]\\d+)?");
    private static final Pattern NUMBER_AND_UNIT = Pattern.compile("([\\d.]+)([a-z]+)");

    private SpanSyntax() {}

    /** The duration that {@code text}, which matches {@link #ANY}, writes; empty if it is out of range. */
    static Optional<Span> parse(String text) {
        if (text.matches("\\d+")) {
            int count = Integer.parseInt(text);
            return count > Span.GREATEST ? Optional.empty() : Optional.of(new Span.Ticks(count));
        }
        Matcher matcher = OF_MSL.matcher(text);
        if (matcher.matches()) {
            int factor = matcher.group(1) == null ? 1 : Integer.parseInt(matcher.group(1));
            int offset = matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2));
            return Optional.of(new Span.OfMsl(factor, offset));
        }
        return parseReal(text);
    }

    /** The real time that {@code text}, which matches {@link #REAL_TIME}, writes; empty if it is out of range. */
    static Optional<Span> parseReal(String text) {
        Matcher matcher = NUMBER_AND_UNIT.matcher(text);
        if (!matcher.matches()) {
            throw new AssertionError("no real time: " + text);
        }
        BigDecimal nanos =
                new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(nanosPerUnit(matcher.group(2))));
        boolean whole = nanos.stripTrailingZeros().scale() <= 0;
        // Leaves room for the factor of a multiple of msl.
        boolean fits = nanos.compareTo(BigDecimal.valueOf(Long.MAX_VALUE / 10_000)) <= 0;
        return whole && fits ? Optional.of(new Span.Real(nanos.longValueExact())) : Optional.empty();
    }

    private static long nanosPerUnit(String unit) {
        return switch (unit) {
            case "us" -> 1_000L;
            case "ms" -> 1_000_000L;
            case "s" -> 1_000_000_000L;
            case "min" -> 60_000_000_000L;
            case "h" -> 3_600_000_000_000L;
            default -> throw new AssertionError("no unit of time: " + unit);
        };
    }
}
