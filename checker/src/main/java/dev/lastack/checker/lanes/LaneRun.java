package dev.lastack.checker.lanes;

import java.util.List;
import java.util.Optional;

/**
 * A run of a {@link LaneSystem} from its initial control, told by its steps.
 *
 * @param steps at least one
 */
public record LaneRun(List<Step> steps) {

    public LaneRun {
        steps = List.copyOf(steps);
    }

    /**
     * One step.
     *
     * @param action its label, see {@link LaneStep#action()}
     * @param prompt the token that is taken up, if one is
     */
    public record Step(int action, Optional<Prompt> prompt) {}
}
