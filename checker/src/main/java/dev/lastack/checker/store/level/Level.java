package dev.lastack.checker.store.level;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The states of one breadth-first level in canonical order: runs, one after another, in memory or in files. */
public final class Level {

    private final int words;
    private final List<Runs> parts;

    /** Run r of the level is run {@code runOf[r]} of {@code parts.get(partOf[r])}. */
    private final int[] partOf;

    private final int[] runOf;
    private final long[] firsts;
    private final long[] firstRanks;
    private final int[] firstBlocks;

    public Level(int words, List<Runs> parts) {
        this.words = words;
        this.parts = List.copyOf(parts);
        int runs = parts.stream().mapToInt(Runs::count).sum();
        this.partOf = new int[runs];
        this.runOf = new int[runs];
        this.firsts = new long[runs * words];
        this.firstRanks = new long[runs + 1];
        this.firstBlocks = new int[runs + 1];
        int number = 0;
        for (int part = 0; part < parts.size(); part++) {
            Runs of = parts.get(part);
            System.arraycopy(of.firsts(), 0, firsts, number * words, of.count() * words);
            for (int run = 0; run < of.count(); run++, number++) {
                partOf[number] = part;
                runOf[number] = run;
                firstRanks[number + 1] = firstRanks[number] + of.size(run);
                firstBlocks[number + 1] = firstBlocks[number] + (of.size(run) + Run.BLOCK - 1) / Run.BLOCK;
            }
        }
    }

    public long size() {
        return firstRanks[runOf.length];
    }

    /** How many blocks the states are divided into. */
    public int blocks() {
        return firstBlocks[runOf.length];
    }

    /** Longs that hold any block of states of {@code words} words. */
    public static int blockLength(int words) {
        return Run.BLOCK * words;
    }

    public List<Runs> parts() {
        return parts;
    }

    /** A reader for one thread. */
    public Reader reader() {
        return new Reader();
    }

    /** The block that holds the state of rank {@code rank}. */
    int blockOf(long rank) {
        int run = last(firstRanks, rank);
        return firstBlocks[run] + (int) (rank - firstRanks[run]) / Run.BLOCK;
    }

    /** The rank of the first state of block {@code block}. */
    long firstRank(int block) {
        int run = runOfBlock(block);
        return firstRanks[run] + (long) (block - firstBlocks[run]) * Run.BLOCK;
    }

    private int runOfBlock(int block) {
        int found = Arrays.binarySearch(firstBlocks, block);
        return found >= 0 ? found : -found - 2;
    }

    private static int last(long[] ascending, long sought) {
        int found = Arrays.binarySearch(ascending, sought);
        return found >= 0 ? found : -found - 2;
    }

    /** Reads blocks for one thread and keeps the current run. */
    public final class Reader {
        private int loaded = -1;
        private @Nullable Run run;

        private Run load(int number) {
            Run current = run;
            if (current == null || number != loaded) {
                current = parts.get(partOf[number]).load(runOf[number]);
                run = current;
                loaded = number;
            }
            return current;
        }

        /** Writes the states of block {@code block} to the start of {@code into}; returns how many they are. */
        public int read(int block, long[] into) {
            int number = runOfBlock(block);
            return load(number).read(block - firstBlocks[number], into, 0);
        }

        /** The rank of the state at {@code states[offset..]} in this level, or -1; {@code block} has room for a block. */
        long rank(long[] states, int offset, long[] block) {
            int number = StateOrder.last(firsts, states, offset, words);
            int rank = number < 0 ? -1 : load(number).rank(states, offset, block);
            return rank < 0 ? -1 : firstRanks[number] + rank;
        }
    }

    /** A level of what is in these runs, each of which is not empty. */
    public static Level of(List<Run> runs, int words) {
        List<Runs> parts = new ArrayList<>();
        if (!runs.isEmpty()) {
            parts.add(Runs.of(runs, words));
        }
        return new Level(words, parts);
    }
}
