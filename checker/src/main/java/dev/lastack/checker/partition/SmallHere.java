package dev.lastack.checker.partition;

import dev.lastack.checker.partition.part.Part;
import dev.lastack.checker.search.Predecessor;
import dev.lastack.checker.search.StopCondition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs the tasks of small levels in this process, because to send them elsewhere would take longer than to do them.
 *
 * @param states levels of fewer states are small
 */
public record SmallHere(long states, Distribution here, Distribution elsewhere) implements Distribution {

    @Override
    public void check(LevelStep step, StopCondition halt) {
        here.check(step, halt);
        elsewhere.check(step, halt);
    }

    private Distribution choose(List<List<Part>> parts, int level) {
        long size = parts.stream()
                .flatMap(List::stream)
                .filter(part -> part.covers(level))
                .mapToLong(Part::states)
                .sum();
        return size < states ? here : elsewhere;
    }

    @Override
    public List<TaskOutcome> advance(LevelStep step, StopCondition halt) {
        return choose(step.seen(), step.level()).advance(step, halt);
    }

    @Override
    public List<List<@Nullable Predecessor>> goBack(Backward backward) {
        return choose(backward.parts(), backward.level()).goBack(backward);
    }

    @Override
    public void close() {
        here.close();
        elsewhere.close();
    }
}
