package dev.lastack.checker.store.table;

/** The significant bits of all words side by side, the first word foremost. */
final class PackedFolding implements Folding, Folding.Folder {

    private final int[] widths;
    private final int[] shifts;
    private final int bits;

    /** For words of the given widths, 64 bits together at most. */
    PackedFolding(int[] widths) {
        this.widths = widths;
        this.shifts = new int[widths.length];
        int filled = 0;
        for (int word = widths.length - 1; word >= 0; word--) {
            shifts[word] = filled;
            filled += widths[word];
        }
        this.bits = filled;
    }

    @Override
    public int bits() {
        return bits;
    }

    /** Five eighths: on the twin, whose endpoints are the leading 21 of 57 bits, a half took 1.05 times as long. */
    @Override
    public int tailBits() {
        return bits - bits * 3 / 8;
    }

    @Override
    public Folder folder() {
        return this;
    }

    @Override
    public long fold(long[] states, int offset) {
        long key = 0;
        for (int word = 0; word < shifts.length; word++) {
            key |= states[offset + word] << shifts[word];
        }
        return key;
    }

    @Override
    public void unfold(long key, long[] into) {
        for (int word = 0; word < shifts.length; word++) {
            into[word] = key >>> shifts[word] & -1L >>> -widths[word];
        }
    }
}
