package dev.lastack.checker.lanes;

import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All states of one control whose lanes hold no more than these.
 *
 * @param control the words of the control
 * @param tokens the names of the tokens whose lanes are not empty, in ascending order
 * @param values by token the greatest value of its lane, none of them 0: how many more ticks it takes until the token has vanished; or,
 *     where ages are read, a set of ages, bit {@code a} for age {@code a}
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
public record CoverState(long[] control, long[] tokens, long[] values) {

    public CoverState {
        if (tokens.length != values.length) {
            throw new IllegalArgumentException(tokens.length + " tokens have " + values.length + " values");
        }
        for (int i = 0; i < tokens.length; i++) {
            if (values[i] == 0 || (i > 0 && tokens[i - 1] >= tokens[i])) {
                throw new IllegalArgumentException(
                        "token " + tokens[i] + " has the value 0, or does not follow a lesser one");
            }
        }
    }

    /** The state of these values by token. */
    public static CoverState of(long[] control, SortedMap<Long, Long> lanes) {
        return new CoverState(
                control,
                lanes.keySet().stream().mapToLong(Long::longValue).toArray(),
                lanes.values().stream().mapToLong(Long::longValue).toArray());
    }

    /** The values by token. */
    public SortedMap<Long, Long> lanes() {
        SortedMap<Long, Long> lanes = new TreeMap<>();
        for (int i = 0; i < tokens.length; i++) {
            lanes.put(tokens[i], values[i]);
        }
        return lanes;
    }

    @Override
    public String toString() {
        return Arrays.toString(control) + " " + lanes();
    }
}
