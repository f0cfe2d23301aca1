package dev.lastack.checker.partition.part;

import dev.lastack.checker.store.level.Rows;
import dev.lastack.checker.store.level.Run;
import dev.lastack.checker.store.level.StateOrder;
import org.jspecify.annotations.Nullable;

/**
 * Drops, of candidates in order, those that a part has. Goes through the part once, from its beginning to its end, and
 * neither reads the frames nor decodes the blocks that no candidate falls into.
 */
public final class SeenCursor {

    private final PartFile file;
    private final int words;
    private final long[] rows;
    private int frame = -1;
    private @Nullable Run run;
    private int block = -1;
    private int count;
    private int position;

    public SeenCursor(PartFile file, int words) {
        this.file = file;
        this.words = words;
        this.rows = new long[Run.BLOCK * words];
    }

    /** Drops what is seen from {@code candidates}, all of which come after those of earlier calls. */
    public void drop(Rows candidates) {
        int kept = 0;
        for (int i = 0; i < candidates.size; i++) {
            if (!has(candidates.states, i * words)) {
                candidates.move(i, kept++);
            }
        }
        candidates.size = kept;
    }

    private boolean has(long[] states, int offset) {
        if (frame < 0 || isAtOrAfter(file.firsts(), frame + 1, states, offset)) {
            int found = StateOrder.last(file.firsts(), states, offset, words);
            if (found < 0) {
                return false;
            }
            frame = found;
            run = file.load(frame);
            block = -1;
        }
        Run current = run;
        if (current == null) {
            return false;
        }
        if (block < 0 || isAtOrAfter(current.firsts(), block + 1, states, offset)) {
            block = current.blockOf(states, offset);
            count = current.read(block, rows, 0);
            position = 0;
        }
        int order = -1;
        while (position < count && (order = StateOrder.compare(rows, position * words, states, offset, words)) < 0) {
            position++;
        }
        return position < count && order == 0;
    }

    /** Whether there is a state of number {@code index} in {@code firsts} and it does not come after the one given. */
    private boolean isAtOrAfter(long[] firsts, int index, long[] states, int offset) {
        return index * words < firsts.length && StateOrder.compare(firsts, index * words, states, offset, words) <= 0;
    }
}
