package dev.lastack.checker.lanes;

/**
 * Arithmetic on vectors of lanes, several lanes to a long. A value of a lane says which tokens lie there; all bits 0 means none. The
 * values of a lane are ordered, and vectors lane by lane: a greater one can do all that a smaller one can.
 *
 * <p>Vectors need not be equally long: what lies beyond the end is empty.
 */
public abstract class Lanes {

    /** Bits of a lane, a divisor of 64. */
    private final int width;

    private final int lanesPerWord;

    Lanes(int width) {
        this.width = width;
        this.lanesPerWord = Long.SIZE / width;
    }

    /** The greatest age, in ticks, that there is room for. */
    public static int oldest(boolean agesAreRead) {
        return agesAreRead ? AgeLanes.OLDEST : LifeLanes.OLDEST;
    }

    /** Those of {@code system}. */
    public static Lanes of(LaneSystem system) {
        return system.agesAreRead() ? new AgeLanes(system.oldest()) : new LifeLanes(system.oldest());
    }

    /** How many prompts a lane has: 1, or one for each age. */
    public abstract int prompts();

    /** Whether {@code a} is covered by {@code b}: each of its lanes is at most that of {@code b}. */
    public abstract boolean covered(long[] a, long[] b);

    /** Word {@code a} joined with word {@code b}: the least that covers both. */
    public abstract long join(long a, long b);

    /** The greatest that both words cover. */
    public abstract long meet(long a, long b);

    /** A word after a tick. */
    public abstract long older(long word);

    /** The greatest word that is covered by {@code word} after a tick. */
    public abstract long beforeTick(long word);

    /** A word without what is covered by {@code dead}: that counts as nothing there. */
    public abstract long without(long word, long dead);

    /** The value of a lane in which a token has just been put down, at the lane's place in its word. */
    public abstract long fresh(int lane);

    /** A lane's greatest value, at its place in its word. */
    public abstract long full(int lane);

    /** A lane's greatest value of which a tick leaves nothing, at its place in its word. */
    public abstract long lastTick(int lane);

    /** Whether prompt {@code prompt} of lane {@code lane} is there. */
    public abstract boolean has(long[] vector, int lane, int prompt);

    /** The greatest value of the lane without that prompt, at the lane's place in its word. */
    public abstract long without(int lane, int prompt);

    /** Something that is greater for a greater word. */
    abstract int weight(long word);

    /**
     * Number {@code level} of the questions on which the values of a lane differ, 0 to {@link #questions()} - 1. If the answer is
     * yes it stays so for every greater vector.
     */
    public abstract boolean exceeds(long[] vector, int lane, int level);

    public abstract int questions();

    /** Whether copies of a token lie side by side in a lane. */
    public final boolean agesApart() {
        return prompts() > 1;
    }

    public final int perWord() {
        return lanesPerWord;
    }

    /** How long a vector of so many lanes is. */
    final int words(int lanes) {
        return (lanes + lanesPerWord - 1) / lanesPerWord;
    }

    public final int wordOf(int lane) {
        return lane / lanesPerWord;
    }

    final int shiftOf(int lane) {
        return lane % lanesPerWord * width;
    }

    /** All bits of a lane, at its place in its word. */
    public final long maskOf(int lane) {
        return -1L >>> (Long.SIZE - width) << shiftOf(lane);
    }

    /** What a lane holds. */
    public final long at(long[] vector, int lane) {
        int word = wordOf(lane);
        return word < vector.length ? (vector[word] & maskOf(lane)) >>> shiftOf(lane) : 0;
    }

    final int weight(long[] vector) {
        int weight = 0;
        for (long word : vector) {
            weight += weight(word);
        }
        return weight;
    }
}
