package dev.lastack.checker.partition.part;

import dev.lastack.checker.store.level.StateOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Merges parts of one partition into one, so that a candidate is held against few parts and the bytes that are read again
 * grow with the logarithm of the levels instead of their number (a log-structured merge tree, by size). The merged part says
 * of each state which level it is of.
 */
public final class Compaction {

    /** Fewer parts than this are not worth merging. */
    public static final int FEWEST = 4;

    private Compaction() {}

    /**
     * The number of the first of {@code parts}, oldest first, that is to be merged with all that follow it; their number if
     * none is. A part is merged once those after it, together, have more states. What is left is {@link #FEWEST} - 1 parts
     * and before them some that have, each, at least as many states as all after it together, thus at most one for each
     * doubling.
     */
    public static int firstToMerge(List<Part> parts) {
        int first = parts.size();
        long newer = 0;
        for (int i = parts.size() - 1; i >= 0; i--) {
            if (parts.size() - i >= FEWEST && parts.get(i).states() < newer) {
                first = i;
            }
            newer += parts.get(i).states();
        }
        return first;
    }

    /** Merges {@code parts}, at least one, to a new part {@code name}. */
    public static Part merge(Storage storage, List<Part> parts, String name, int words) {
        LevelTags tags = new LevelTags(
                parts.stream().mapToInt(Part::firstLevel).min().orElseThrow(),
                parts.stream().mapToInt(Part::lastLevel).max().orElseThrow());
        List<PartFile> files = new ArrayList<>();
        try (PartWriter writer = new PartWriter(storage, name, words)) {
            PriorityQueue<PartCursor> cursors =
                    new PriorityQueue<>((a, b) -> StateOrder.compare(a.rows, a.offset(), b.rows, b.offset(), words));
            for (Part part : parts) {
                PartFile file = new PartFile(storage, part, words);
                files.add(file);
                cursors.add(new PartCursor(file, part, words));
            }
            write(cursors, writer, tags, words);
            return writer.finish(tags.first(), tags.last());
        } finally {
            files.forEach(PartFile::close);
        }
    }

    private static void write(PriorityQueue<PartCursor> cursors, PartWriter writer, LevelTags tags, int words) {
        long[] rows = new long[PartWriter.FRAME * words];
        int[] levels = new int[PartWriter.FRAME];
        int filled = 0;
        for (PartCursor least = cursors.poll(); least != null; least = cursors.poll()) {
            boolean goesOn = true;
            PartCursor second = cursors.peek();
            // The same cursor has many states before it is another's turn.
            while (goesOn && (second == null || isBefore(least, second, words))) {
                System.arraycopy(least.rows, least.offset(), rows, filled * words, words);
                levels[filled++] = least.level();
                if (filled == PartWriter.FRAME) {
                    writer.append(rows, filled, tags.write(levels, filled));
                    filled = 0;
                }
                goesOn = least.next();
            }
            if (goesOn) {
                cursors.add(least);
            }
        }
        if (filled > 0) {
            writer.append(rows, filled, tags.write(levels, filled));
        }
    }

    private static boolean isBefore(PartCursor a, PartCursor b, int words) {
        int order = StateOrder.compare(a.rows, a.offset(), b.rows, b.offset(), words);
        if (order == 0) {
            throw new AssertionError("two parts of a partition have the same state: this is a defect of lastack");
        }
        return order < 0;
    }
}
