package dev.lastack.probe.walk;

import java.util.List;

/**
 * What random walks on a stack came to.
 *
 * @param steps that were taken on the stack, those of shrinking included
 * @param walks as short as they get, in whose last step the stack did not do what its variant says
 */
public record WalkSurvey(long steps, long millis, List<ObservedWalk> walks) {

    /** No walks. */
    public static final WalkSurvey NONE = new WalkSurvey(0, 0, List.of());

    public WalkSurvey {
        walks = List.copyOf(walks);
    }
}
