package dev.lastack.checker.partition.part;

import dev.lastack.checker.store.level.Run;

/** Goes through the states of a part, one after another, with the level of each. */
final class PartCursor {

    private final PartFile file;
    private final Part part;
    private final int words;
    final long[] rows;
    private int[] levels = new int[0];
    private Run run;
    private int frame;
    private int block;
    private int count;
    private int position;

    PartCursor(PartFile file, Part part, int words) {
        this.file = file;
        this.part = part;
        this.words = words;
        this.rows = new long[Run.BLOCK * words];
        this.run = load();
        this.count = run.read(0, rows, 0);
    }

    private Run load() {
        if (part.firstLevel() < part.lastLevel()) {
            levels = file.levels(frame);
        }
        return file.load(frame);
    }

    /** Where the current state begins in {@link #rows}. */
    int offset() {
        return position * words;
    }

    int level() {
        return part.firstLevel() == part.lastLevel() ? part.firstLevel() : levels[block * Run.BLOCK + position];
    }

    /** Goes to the next state; false at the end. */
    boolean next() {
        if (++position < count) {
            return true;
        }
        position = 0;
        if (++block == run.blocks()) {
            block = 0;
            if (++frame == file.count()) {
                return false;
            }
            run = load();
        }
        count = run.read(block, rows, 0);
        return true;
    }
}
