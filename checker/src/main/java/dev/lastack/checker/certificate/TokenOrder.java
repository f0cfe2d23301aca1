package dev.lastack.checker.certificate;

import dev.lastack.checker.lanes.CoverState;
import java.util.SortedMap;
import java.util.stream.IntStream;

/**
 * What tokens a state holds, and when it covers another of the same control: if it holds each of the other's tokens for at least
 * as long, or, where ages are read, at each of its ages.
 */
final class TokenOrder {

    private final int oldest;
    private final boolean agesAreRead;

    TokenOrder(int oldest, boolean agesAreRead) {
        this.oldest = oldest;
        this.agesAreRead = agesAreRead;
    }

    /** All ages there are, as a set. */
    private long allAges() {
        return -1L >>> (Long.SIZE - 1 - oldest);
    }

    /** Whether a token can have this value. */
    boolean isValue(long value) {
        return agesAreRead ? (value & ~allAges()) == 0 : value > 0 && value <= oldest + 1L;
    }

    /** The ages at which a token of this value can be taken up; 0 alone where they are not read. */
    int[] ages(long value) {
        return agesAreRead
                ? IntStream.rangeClosed(0, oldest)
                        .filter(age -> (value >>> age & 1) != 0)
                        .toArray()
                : new int[] {0};
    }

    boolean covers(CoverState state, CoverState other) {
        int at = 0;
        for (int i = 0; i < other.tokens().length; i++) {
            while (at < state.tokens().length && state.tokens()[at] < other.tokens()[i]) {
                at++;
            }
            boolean isThere = at < state.tokens().length && state.tokens()[at] == other.tokens()[i];
            if (!isThere || !isAtLeast(state.values()[at], other.values()[i])) {
                return false;
            }
        }
        return true;
    }

    private boolean isAtLeast(long value, long other) {
        return agesAreRead ? (other & ~value) == 0 : value >= other;
    }

    /** A state one tick later, but for its control. */
    CoverState older(CoverState state) {
        SortedMap<Long, Long> lanes = state.lanes();
        lanes.replaceAll((token, value) -> agesAreRead ? (value << 1) & allAges() : value - 1);
        lanes.values().removeIf(value -> value == 0);
        return CoverState.of(state.control(), lanes);
    }

    /** A state in which a token has been put down as well, at age 0; but for its control. */
    CoverState with(long token, CoverState state) {
        SortedMap<Long, Long> lanes = state.lanes();
        long fresh = agesAreRead ? 1 : oldest + 1L;
        lanes.merge(token, fresh, (old, added) -> agesAreRead ? old | added : added);
        return CoverState.of(state.control(), lanes);
    }
}
