package dev.lastack.checker.search;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * The blocks of a level, each handed out once. Every worker begins with its own share, so that workers expand states
 * far apart and seldom need the same part of the store; who has finished helps the others.
 */
final class Blocks {

    private final int blocks;
    private final AtomicInteger[] next;

    /** Blocks 0 to {@code blocks - 1} for {@code hands} workers. */
    Blocks(int blocks, int hands) {
        this.blocks = blocks;
        this.next = IntStream.range(0, hands)
                .mapToObj(share -> new AtomicInteger(first(share, hands)))
                .toArray(AtomicInteger[]::new);
    }

    private int first(int share, int hands) {
        return (int) ((long) blocks * share / hands);
    }

    /** A block for worker {@code hand}, or -1 if all have been handed out. */
    int take(int hand) {
        for (int i = 0; i < next.length; i++) {
            int share = (hand + i) % next.length;
            int end = first(share + 1, next.length);
            if (next[share].get() < end) {
                int block = next[share].getAndIncrement();
                if (block < end) {
                    return block;
                }
            }
        }
        return -1;
    }

    /** How many blocks have been handed out. */
    int taken() {
        int taken = 0;
        for (int share = 0; share < next.length; share++) {
            taken += Math.min(next[share].get(), first(share + 1, next.length)) - first(share, next.length);
        }
        return taken;
    }
}
