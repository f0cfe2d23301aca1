package dev.lastack.checker.hull;

import java.util.SortedMap;

/**
 * All states of one control whose lanes hold no more than these.
 *
 * @param lanes by token the greatest value of its lane, none of them 0: how many more ticks it takes until the token has vanished; or,
 *     where ages are read, a set of ages, bit {@code a} for age {@code a}
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
public record CoverState(long[] control, SortedMap<Long, Long> lanes) {}
