package dev.lastack.scenario.knobs;

import java.math.BigInteger;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How the values of a knob are written: fixed words, whole numbers of a range, or texts of a pattern. Parser, error
 * messages, reference page and editor schema all read it from here.
 *
 * @param <T> what a written value means
 */
public final class KnobType<T> {

    private static final Pattern AMOUNT = Pattern.compile("(\\d{1,1000})(us|ms|s|min|h|)");

    private final String range;
    private final Map<String, T> words;
    private final @Nullable Numbers<T> numbers;
    private final @Nullable Texts<T> texts;

    private KnobType(String range, Map<String, T> words, @Nullable Numbers<T> numbers, @Nullable Texts<T> texts) {
        this.range = range;
        this.words = words;
        this.numbers = numbers;
        this.texts = texts;
    }

    /** Starts with no value at all; {@code range} tells a reader what is allowed. */
    static <T> KnobType<T> described(String range) {
        return new KnobType<>(range, Map.of(), null, null);
    }

    KnobType<T> orWord(String word, T meaning) {
        Map<String, T> more = new LinkedHashMap<>(words);
        more.put(word, meaning);
        return new KnobType<>(range, more, numbers, texts);
    }

    KnobType<T> orNumber(int least, int greatest, IntFunction<T> meaning) {
        return new KnobType<>(range, words, new Numbers<>(least, greatest, meaning), texts);
    }

    /** A text that matches {@code pattern} as a whole; {@code meaning} may still find it out of range. */
    KnobType<T> orText(String pattern, Function<Matcher, Optional<T>> meaning) {
        return new KnobType<>(range, words, numbers, new Texts<>(Pattern.compile(pattern), meaning));
    }

    /** What is allowed, in words. */
    public String range() {
        return range;
    }

    /** The fixed words among the values. */
    public Collection<String> words() {
        return words.keySet();
    }

    /** The whole numbers among the values, if there are any. */
    public Optional<Interval> numbers() {
        return Optional.ofNullable(numbers).map(n -> new Interval(n.least, n.greatest));
    }

    /** The pattern of the other values, if there are any. */
    public Optional<String> pattern() {
        return Optional.ofNullable(texts).map(t -> t.pattern.pattern());
    }

    /** Whether values are lengths of time, of which a plain number counts ticks. */
    public boolean isTime() {
        return parse("60s").isPresent() && parse("60").isPresent();
    }

    /** What {@code text} means; empty if it is no value of this type. */
    Optional<T> parse(String text) {
        T word = words.get(text);
        if (word != null) {
            return Optional.of(word);
        }
        if (numbers != null && text.matches("\\d{1,9}")) {
            return numbers.parse(Integer.parseInt(text));
        }
        if (texts != null) {
            Matcher matcher = texts.pattern.matcher(text);
            return matcher.matches() ? texts.meaning.apply(matcher) : Optional.empty();
        }
        return Optional.empty();
    }

    /** Whether {@code text} is a number, with a unit or without, of which smaller ones are values of this type and larger ones are not. */
    boolean isTooLarge(String text) {
        Matcher matcher = AMOUNT.matcher(text);
        if (!matcher.matches() || parse(text).isPresent()) {
            return false;
        }
        BigInteger number = new BigInteger(matcher.group(1));
        boolean smaller = false;
        for (BigInteger other = BigInteger.ONE; other.bitLength() < 64; other = other.shiftLeft(1)) {
            if (parse(other + matcher.group(2)).isPresent()) {
                if (other.compareTo(number) > 0) {
                    return false;
                }
                smaller = true;
            }
        }
        return smaller;
    }

    /** Whole numbers from {@code least} to {@code greatest}. */
    public record Interval(int least, int greatest) {}

    private record Numbers<T>(int least, int greatest, IntFunction<T> meaning) {
        Optional<T> parse(int number) {
            return number < least || number > greatest ? Optional.empty() : Optional.of(meaning.apply(number));
        }
    }

    private record Texts<T>(Pattern pattern, Function<Matcher, Optional<T>> meaning) {}
}
