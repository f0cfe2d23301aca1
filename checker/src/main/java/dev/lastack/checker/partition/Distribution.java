package dev.lastack.checker.partition;

import dev.lastack.checker.search.Predecessor;
import dev.lastack.checker.search.StopCondition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs the tasks of a search: here, or on many machines. Meanwhile it refreshes the halt about ten times a second. */
public interface Distribution extends AutoCloseable {

    /**
     * Makes sure that every process that runs tasks finds the storage, and builds the problem that is meant; or as many as
     * are asked before the halt is requested.
     *
     * @throws dev.lastack.checker.Workspace.Unusable if one does not; the message says which
     */
    void check(LevelStep step, StopCondition halt);

    /**
     * Runs one {@link Expansion} for each partition, hands what they ship to one {@link Merge} for each partition, and
     * returns what those return, in any order. Once the halt is requested, what is returned is not used.
     */
    List<TaskOutcome> advance(LevelStep step, StopCondition halt);

    /** What {@link Backward} finds in each partition. */
    List<List<@Nullable Predecessor>> goBack(Backward backward);

    @Override
    void close();
}
