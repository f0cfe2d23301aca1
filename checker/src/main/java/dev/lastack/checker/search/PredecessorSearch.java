package dev.lastack.checker.search;

import dev.lastack.checker.StepSink;
import dev.lastack.checker.TransitionSystem;
import dev.lastack.checker.store.level.Level;
import dev.lastack.checker.store.level.StateOrder;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks among the steps that leave the states of a level, or of a part of one, for those that lead to given states. */
public final class PredecessorSearch implements StepSink {

    private final int words;
    private final List<long[]> heads;
    private final @Nullable Predecessor[] found;
    private long[] source = new long[0];
    private int missing;

    private PredecessorSearch(int words, List<long[]> heads) {
        this.words = words;
        this.heads = heads;
        this.found = new Predecessor[heads.size()];
        this.missing = heads.size();
    }

    /**
     * The least states of {@code level} that have a step to each of {@code heads}, by their least actions; null where there
     * is none.
     */
    public static @Nullable Predecessor[] search(TransitionSystem system, Level level, List<long[]> heads) {
        int words = system.words();
        PredecessorSearch search = new PredecessorSearch(words, heads);
        var expander = system.expander();
        long[] block = new long[Level.blockLength(words)];
        Level.Reader reader = level.reader();
        for (int number = 0; number < level.blocks() && search.missing > 0; number++) {
            int count = reader.read(number, block);
            for (int i = 0; i < count && search.missing > 0; i++) {
                search.source = Arrays.copyOfRange(block, i * words, (i + 1) * words);
                expander.successors(block, i * words, search);
            }
        }
        return search.found;
    }

    @Override
    public void step(int action, long observations, long[] states, int offset) {
        for (int head = 0; head < found.length; head++) {
            if (StateOrder.compare(states, offset, heads.get(head), 0, words) == 0 && isBetter(head, action)) {
                missing -= found[head] == null ? 1 : 0;
                found[head] = new Predecessor(source, action, observations);
            }
        }
    }

    private boolean isBetter(int head, int action) {
        Predecessor known = found[head];
        return known == null || (known.source() == source && action < known.action());
    }

    @Override
    public void cut(int bound) {
        // A step that is not taken is part of no run.
    }
}
