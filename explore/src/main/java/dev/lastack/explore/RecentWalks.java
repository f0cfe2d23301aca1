package dev.lastack.explore;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Optional;

/** The last few walks, because the next one mostly goes on from one of them. */
final class RecentWalks {

    private static final int KEPT = 16;

    private final Deque<Walk> walks = new ArrayDeque<>();

    /** The walk that has the longest beginning in common with {@code choices}. */
    synchronized Optional<Walk> longestPrefix(Choices choices) {
        return walks.stream().max(Comparator.comparing(walk -> walk.choices().inCommonWith(choices)));
    }

    synchronized void add(Walk walk) {
        walks.addFirst(walk);
        if (walks.size() > KEPT) {
            walks.removeLast();
        }
    }
}
