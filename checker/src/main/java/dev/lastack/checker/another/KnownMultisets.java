package dev.lastack.checker.another;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Codes for the multisets of events that may still become a known one. The code of a multiset is a number in mixed radix with
 * one digit for each event: how often it has happened. A multiset that has more of an event than every known one can become
 * none of them, and all of these have the code {@link #DIFFERENT}.
 */
final class KnownMultisets {

    /** Of every multiset that can no longer become a known one. */
    static final long DIFFERENT = 0;

    /** Of the empty multiset. */
    static final long EMPTY = 1;

    private final Map<String, Digit> digits = new HashMap<>();
    private final Set<Long> known = new HashSet<>();
    private long largest = EMPTY;

    private record Digit(long unit, int most) {}

    /**
     * Codes for these known multisets, each a list of events.
     *
     * @throws ArithmeticException if the codes do not fit 63 bits
     */
    KnownMultisets(Collection<List<String>> multisets) {
        Map<String, Integer> most = new HashMap<>();
        List<String> order = new ArrayList<>();
        for (List<String> multiset : multisets) {
            counts(multiset).forEach((event, count) -> {
                if (!most.containsKey(event)) {
                    order.add(event);
                }
                most.merge(event, count, Math::max);
            });
        }
        long unit = EMPTY;
        for (String event : order) {
            int times = most.getOrDefault(event, 0);
            digits.put(event, new Digit(unit, times));
            largest = Math.addExact(largest, Math.multiplyExact(unit, times));
            unit = Math.multiplyExact(unit, times + 1L);
        }
        for (List<String> multiset : multisets) {
            long code = EMPTY;
            for (String event : multiset) {
                code = with(code, event);
            }
            known.add(code);
        }
    }

    private static Map<String, Integer> counts(List<String> multiset) {
        Map<String, Integer> counts = new HashMap<>();
        multiset.forEach(event -> counts.merge(event, 1, Integer::sum));
        return counts;
    }

    /** The code of the multiset with one more of {@code event}. */
    long with(long code, String event) {
        Digit digit = digits.get(event);
        if (code == DIFFERENT || digit == null || (code - EMPTY) / digit.unit() % (digit.most() + 1L) == digit.most()) {
            return DIFFERENT;
        }
        return code + digit.unit();
    }

    boolean isKnown(long code) {
        return known.contains(code);
    }

    /** The largest code. */
    long largest() {
        return largest;
    }
}
