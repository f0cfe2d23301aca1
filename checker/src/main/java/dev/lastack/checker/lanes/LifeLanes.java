package dev.lastack.checker.lanes;

/**
 * Lanes that hold a <em>life</em>: how many more ticks it takes until the token has vanished. The topmost bit of a lane is always 0,
 * so that lanes can be compared by one subtraction of words, in which it takes the borrow.
 */
public class LifeLanes extends Lanes {

    private static final int NARROW = 8;
    private static final int WIDE = 16;

    /** The topmost bit of a lane stays 0, and 1 more than the age is its fullest value. */
    static final int OLDEST = (1 << (WIDE - 1)) - 2;

    private final int bits;
    private final long fullest;

    /** 1 in every lane. */
    private final long ones;

    /** The topmost bit of every lane. */
    private final long tops;

    /** The fullest value in every lane. */
    private final long fulls;

    public LifeLanes(int oldest) {
        super(bitsFor(oldest));
        this.bits = bitsFor(oldest);
        this.fullest = oldest + 1L;
        this.ones = bits == NARROW ? 0x0101010101010101L : 0x0001000100010001L;
        this.tops = ones << (bits - 1);
        this.fulls = ones * fullest;
    }

    private static int bitsFor(int oldest) {
        if (oldest > OLDEST) {
            throw new IllegalArgumentException(
                    "tokens of an age of " + oldest + " ticks: " + OLDEST + " are the most for which there is room");
        }
        return oldest + 1 < 1 << (NARROW - 1) ? NARROW : WIDE;
    }

    @Override
    public int prompts() {
        return 1;
    }

    @Override
    public boolean covered(long[] a, long[] b) {
        int common = Math.min(a.length, b.length);
        for (int i = 0; i < common; i++) {
            if ((((b[i] | tops) - a[i]) & tops) != tops) {
                return false;
            }
        }
        for (int i = common; i < a.length; i++) {
            if (a[i] != 0) {
                return false;
            }
        }
        return true;
    }

    /** All bits of each lane in which {@code a} is at least {@code b}. */
    private long atLeast(long a, long b) {
        long top = ((a | tops) - b) & tops;
        // A lane's topmost bit, less 1 at its lowest, is all others; both together are all.
        return (top - (top >>> (bits - 1))) | top;
    }

    @Override
    public long join(long a, long b) {
        long first = atLeast(a, b);
        return (a & first) | (b & ~first);
    }

    @Override
    public long meet(long a, long b) {
        long first = atLeast(b, a);
        return (a & first) | (b & ~first);
    }

    @Override
    public long older(long word) {
        long alive = ((word | tops) - ones) & tops;
        return word - (alive >>> (bits - 1));
    }

    @Override
    public long beforeTick(long word) {
        long less = ~((word | tops) - fulls) & tops;
        return word + (less >>> (bits - 1));
    }

    @Override
    public long without(long word, long dead) {
        return word & ~atLeast(dead, word);
    }

    @Override
    public long fresh(int lane) {
        return full(lane);
    }

    @Override
    public long full(int lane) {
        return fullest << shiftOf(lane);
    }

    @Override
    public long lastTick(int lane) {
        return 1L << shiftOf(lane);
    }

    @Override
    public boolean has(long[] vector, int lane, int prompt) {
        return at(vector, lane) > 0;
    }

    @Override
    public long without(int lane, int prompt) {
        return 0;
    }

    @Override
    int weight(long word) {
        int weight = 0;
        for (long rest = word; rest != 0; rest >>>= bits) {
            weight += (int) (rest & ((1 << bits) - 1));
        }
        return weight;
    }

    @Override
    public boolean exceeds(long[] vector, int lane, int level) {
        return at(vector, lane) > level;
    }

    @Override
    public int questions() {
        return (int) fullest;
    }
}
