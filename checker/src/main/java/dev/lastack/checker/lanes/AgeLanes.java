package dev.lastack.checker.lanes;

/** Lanes that hold a set of ages: bit {@code a} is set if a token of age {@code a} lies there. */
class AgeLanes extends Lanes {

    static final int OLDEST = Long.SIZE - 1;

    private final int ages;

    /** Bit {@code a} of every lane, for every age but the oldest. */
    private final long mayGrow;

    /** The oldest age in every lane. */
    private final long oldests;

    AgeLanes(int oldest) {
        super(widthFor(oldest));
        this.ages = oldest + 1;
        long ones = 0;
        for (int lane = 0; lane < perWord(); lane++) {
            ones |= 1L << shiftOf(lane);
        }
        this.oldests = ones << oldest;
        // Of each lane the bits below that of the oldest: subtracting 1 from the latter sets them all.
        this.mayGrow = oldests - ones;
    }

    private static int widthFor(int oldest) {
        for (int width = 8; width <= Long.SIZE; width += width) {
            if (oldest < width) {
                return width;
            }
        }
        throw new IllegalArgumentException("tokens whose age is read, of up to " + oldest + " ticks: " + OLDEST
                + " are the most for which there is room");
    }

    @Override
    public int prompts() {
        return ages;
    }

    @Override
    public boolean covered(long[] a, long[] b) {
        for (int i = 0; i < a.length; i++) {
            if ((a[i] & ~(i < b.length ? b[i] : 0)) != 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public long join(long a, long b) {
        return a | b;
    }

    @Override
    public long meet(long a, long b) {
        return a & b;
    }

    @Override
    public long older(long word) {
        return (word & mayGrow) << 1;
    }

    @Override
    public long beforeTick(long word) {
        return ((word >>> 1) & mayGrow) | oldests;
    }

    @Override
    public long without(long word, long dead) {
        return word & ~dead;
    }

    @Override
    public long fresh(int lane) {
        return 1L << shiftOf(lane);
    }

    @Override
    public long full(int lane) {
        return (mayGrow | oldests) & maskOf(lane);
    }

    @Override
    public long lastTick(int lane) {
        return oldests & maskOf(lane);
    }

    @Override
    public boolean has(long[] vector, int lane, int prompt) {
        return (at(vector, lane) >>> prompt & 1) != 0;
    }

    @Override
    public long without(int lane, int prompt) {
        return full(lane) & ~(1L << (shiftOf(lane) + prompt));
    }

    @Override
    int weight(long word) {
        return Long.bitCount(word);
    }

    @Override
    public boolean exceeds(long[] vector, int lane, int level) {
        return has(vector, lane, level);
    }

    @Override
    public int questions() {
        return ages;
    }
}
