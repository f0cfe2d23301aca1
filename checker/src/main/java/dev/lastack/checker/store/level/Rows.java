package dev.lastack.checker.store.level;

import java.util.Arrays;

/** A growing array of states, word after word. */
public final class Rows {

    public final int words;
    private final Memory memory;
    public long[] states = new long[0];
    public int size;

    public Rows(int words, Memory memory) {
        this.words = words;
        this.memory = memory;
    }

    /** Makes room for {@code more} states after those there are. */
    public void makeRoom(int more) {
        int needed = Math.multiplyExact(size + more, words);
        if (needed > states.length) {
            int length = Math.max(needed, Math.addExact(states.length, states.length / 2));
            memory.claim(8L * (length - states.length));
            states = Arrays.copyOf(states, length);
        }
    }

    public void add(long[] from, int offset) {
        if ((size + 1) * words > states.length) {
            makeRoom(size + 64);
        }
        if (words == 1) {
            states[size] = from[offset];
        } else {
            System.arraycopy(from, offset, states, size * words, words);
        }
        size++;
    }

    /** Appends the states of {@code others} from index {@code from} to before index {@code to}. */
    void addAll(Rows others, int from, int to) {
        makeRoom(to - from);
        System.arraycopy(others.states, from * words, states, size * words, (to - from) * words);
        size += to - from;
    }

    /** Moves the state at index {@code from} to index {@code to}. */
    public void move(int from, int to) {
        if (from != to) {
            System.arraycopy(states, from * words, states, to * words, words);
        }
    }

    /** Gives the memory back. */
    public void free() {
        memory.release(8L * states.length);
        states = new long[0];
        size = 0;
    }

    /** Drops, of states in order, each that equals the one before. */
    public void dropRepeated() {
        int kept = Math.min(size, 1);
        for (int i = 1; i < size; i++) {
            if (StateOrder.compare(states, i * words, states, (kept - 1) * words, words) != 0) {
                move(i, kept++);
            }
        }
        size = kept;
    }

    /** Drops, of states in order, each that is among {@code others}, which are in order too. */
    void dropAll(Rows others) {
        if (size == 0 || others.size == 0) {
            return;
        }
        if (words == 1 && states[size - 1] >= 0 && others.states[others.size - 1] >= 0) {
            dropWords(others);
        } else {
            dropStates(others);
        }
    }

    /** For words without their top bit: nobody could predict which of two is less, so no branch depends on that. */
    private void dropWords(Rows others) {
        long[] from = others.states;
        int kept = 0;
        int i = 0;
        int other = 0;
        while (i < size && other < others.size) {
            long mine = states[i];
            long theirs = from[other];
            int isLess = (int) ((mine - theirs) >>> (Long.SIZE - 1));
            int isGreater = (int) ((theirs - mine) >>> (Long.SIZE - 1));
            states[kept] = mine;
            kept += isLess;
            i += 1 - isGreater;
            other += 1 - isLess;
        }
        System.arraycopy(states, i, states, kept, size - i);
        size = kept + size - i;
    }

    private void dropStates(Rows others) {
        int kept = 0;
        int other = 0;
        for (int i = 0; i < size; i++) {
            int order = -1;
            while (other < others.size
                    && (order = StateOrder.compare(others.states, other * words, states, i * words, words)) < 0) {
                other++;
            }
            if (other == others.size || order != 0) {
                move(i, kept++);
            }
        }
        size = kept;
    }
}
