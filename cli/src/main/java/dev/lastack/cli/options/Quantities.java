package dev.lastack.cli.options;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How amounts are written on the command line. */
public final class Quantities {

    private Quantities() {}

    /** A number of states: {@code 250000}, {@code 5M}. */
    static final class Count implements ITypeConverter<Long> {
        private static final Pattern PATTERN = Pattern.compile("(\\d{1,12})([kMG]?)");

        @Override
        public Long convert(String text) {
            Matcher matcher = PATTERN.matcher(text.replace("_", ""));
            if (!matcher.matches() || matcher.group(1).matches("0+")) {
                throw new TypeConversionException("'" + text + "' is not a number of states, such as 250000 or 5M");
            }
            return Long.parseLong(matcher.group(1))
                    * switch (matcher.group(2)) {
                        case "k" -> 1_000L;
                        case "M" -> 1_000_000L;
                        case "G" -> 1_000_000_000L;
                        default -> 1L;
                    };
        }
    }

    /** An amount of memory: {@code 512m}, {@code 8g}. The launcher reads the same option for the heap. */
    public static final class Memory implements ITypeConverter<Long> {
        private static final Pattern PATTERN = Pattern.compile("(\\d{1,9})([kmgt]?)");

        @Override
        public Long convert(String text) {
            Matcher matcher = PATTERN.matcher(text.toLowerCase(Locale.ROOT));
            if (!matcher.matches() || matcher.group(1).matches("0+")) {
                throw new TypeConversionException("'" + text + "' is not an amount of memory, such as 512m or 8g");
            }
            return Long.parseLong(matcher.group(1))
                    << switch (matcher.group(2)) {
                        case "k" -> 10;
                        case "m" -> 20;
                        case "g" -> 30;
                        case "t" -> 40;
                        default -> 0;
                    };
        }
    }

    /** Wall-clock time: {@code 90s}, {@code 5min}. */
    public static final class Time implements ITypeConverter<Duration> {
        private static final Pattern PATTERN = Pattern.compile("(\\d{1,9})(ms|s|min|h)");

        @Override
        public Duration convert(String text) {
            Matcher matcher = PATTERN.matcher(text);
            if (!matcher.matches()) {
                throw new TypeConversionException("'" + text + "' is not a time, such as 90s or 5min");
            }
            long amount = Long.parseLong(matcher.group(1));
            return switch (matcher.group(2)) {
                case "ms" -> Duration.ofMillis(amount);
                case "s" -> Duration.ofSeconds(amount);
                case "min" -> Duration.ofMinutes(amount);
                default -> Duration.ofHours(amount);
            };
        }
    }
}
