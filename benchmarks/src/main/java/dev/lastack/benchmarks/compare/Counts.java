package dev.lastack.benchmarks.compare;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a checker says it explored.
 *
 * @param distinct distinct states
 * @param generated steps, the initial state not among them
 * @param storeBytes memory of the visited set by the tool's own account, if it gives one
 */
record Counts(long distinct, long generated, OptionalLong storeBytes) {

    /** SPIN prints a count from 10^8 on to eight digits, so steps are compared to seven. */
    boolean sameStatesAs(Counts other) {
        return distinct == other.distinct && sevenDigits(generated).equals(sevenDigits(other.generated));
    }

    private static String sevenDigits(long count) {
        return String.format(Locale.ROOT, "%.6e", (double) count);
    }

    /** The number in group 1 of {@code pattern}'s first match, thousands separators removed. */
    static double number(Pattern pattern, String output) {
        Matcher matcher = pattern.matcher(output);
        if (!matcher.find()) {
            throw new IllegalStateException("no " + pattern + " in this output:\n" + output);
        }
        return Double.parseDouble(matcher.group(1).replace(",", ""));
    }
}
