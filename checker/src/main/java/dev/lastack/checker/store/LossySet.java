package dev.lastack.checker.store;

import dev.lastack.checker.store.level.Memory;
import dev.lastack.checker.store.table.QuotientTables;
import java.util.Locale;
import java.util.Optional;

/**
 * States told apart by a few bits of a hash (hash compaction): a state whose hash is that of another is taken for it,
 * and is omitted with all that only it leads to. Which of the two is kept depends on which came first.
 */
final class LossySet implements StateSet {

    private static final long FACTOR = 0x9E3779B97F4A7C15L;

    /** A hash tells its table by its leading bits. */
    private static final int TABLE_BITS = 8;

    private final int words;
    private final int bits;
    private final int trailingBits;
    private final QuotientTables tables;

    LossySet(int words, int bits, Memory memory) {
        this.words = words;
        this.bits = bits;
        this.trailingBits = bits - TABLE_BITS;
        this.tables = new QuotientTables(1 << TABLE_BITS, trailingBits, memory);
    }

    @Override
    public StateStore.Intake intake(StateStore.Fresh fresh) {
        long[] one = new long[1];
        return new StateStore.Intake() {
            @Override
            public void add(long[] states, int offset) {
                long hash = hash(states, offset);
                one[0] = hash & ((1L << trailingBits) - 1);
                if (tables.addAll((int) (hash >>> trailingBits), one, 0, 1) == 1) {
                    fresh.state(states, offset);
                }
            }

            @Override
            public void flush() {
                // Every state is answered for as it is added: only then is it at hand in full.
            }
        };
    }

    private long hash(long[] states, int offset) {
        long hash = 0;
        for (int word = 0; word < words; word++) {
            hash = mix(hash ^ states[offset + word]);
        }
        return mix(hash) >>> (Long.SIZE - bits);
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 32)) * FACTOR;
        return (mixed ^ (mixed >>> 29)) * FACTOR;
    }

    @Override
    public long size() {
        return tables.size();
    }

    @Override
    public Optional<String> doubt() {
        return Optional.of(String.format(
                Locale.ROOT,
                "lossy storage: %d states have different hashes of %d bits, and %.3g more are expected to have been "
                        + "omitted, besides all that only those lead to",
                size(),
                bits,
                expectedOmissions(size(), bits)));
    }

    /** How many states are met until {@code stored} hashes of {@code bits} bits are different, less those stored. */
    static double expectedOmissions(long stored, int bits) {
        double hashes = Math.pow(2, bits);
        double part = stored / hashes;
        // The logarithm is n + n^2 / 2^(bits + 1) + ..., which for a small part is lost in rounding.
        return part < 1e-4 ? stored * part / 2 : -hashes * Math.log1p(-part) - stored;
    }
}
