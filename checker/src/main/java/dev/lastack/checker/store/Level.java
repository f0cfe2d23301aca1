package dev.lastack.checker.store;

import java.util.List;

/** The states of one breadth-first level in canonical order: runs, one after another. */
public final class Level {

    private final int words;
    private final List<Run> runs;
    private final long[] firstRanks;
    private final int[] firstBlocks;

    Level(int words, List<Run> runs) {
        this.words = words;
        this.runs = List.copyOf(runs);
        this.firstRanks = new long[runs.size() + 1];
        this.firstBlocks = new int[runs.size() + 1];
        for (int r = 0; r < runs.size(); r++) {
            firstRanks[r + 1] = firstRanks[r] + runs.get(r).size();
            firstBlocks[r + 1] = firstBlocks[r] + runs.get(r).blocks();
        }
    }

    public long size() {
        return firstRanks[runs.size()];
    }

    /** How many blocks the states are divided into. */
    public int blocks() {
        return firstBlocks[runs.size()];
    }

    /** Longs that hold any block of states of {@code words} words. */
    public static int blockLength(int words) {
        return Run.BLOCK * words;
    }

    /** Writes the states of block {@code block} to the start of {@code into}; returns how many they are. */
    public int read(int block, long[] into) {
        int run = last(firstBlocks, block);
        return runs.get(run).read(block - firstBlocks[run], into, 0);
    }

    /** The block that holds the state of rank {@code rank}. */
    int blockOf(long rank) {
        int run = last(firstRanks, rank);
        return firstBlocks[run] + (int) (rank - firstRanks[run]) / Run.BLOCK;
    }

    /** The rank of the first state of block {@code block}. */
    long firstRank(int block) {
        int run = last(firstBlocks, block);
        return firstRanks[run] + (long) (block - firstBlocks[run]) * Run.BLOCK;
    }

    /** The rank of the state at {@code states[offset..]} in this level, or -1. */
    long rank(long[] states, int offset, long[] block) {
        int low = 0;
        int high = runs.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (StateOrder.compare(runs.get(middle).firsts(), 0, states, offset, words) <= 0) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        int rank = runs.get(low).rank(states, offset, block);
        return rank < 0 ? -1 : firstRanks[low] + rank;
    }

    /** The last entry of {@code firsts} before its end that is not above {@code sought}. */
    private static int last(int[] firsts, int sought) {
        int low = 0;
        int high = firsts.length - 2;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (firsts[middle] <= sought) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private static int last(long[] firsts, long sought) {
        int low = 0;
        int high = firsts.length - 2;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (firsts[middle] <= sought) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
