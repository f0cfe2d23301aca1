package dev.lastack.probe.walk;

import java.util.List;

/**
 * What random walks on a stack came to.
 *
 * @param steps that were taken on the stack, those of shrinking included
 * @param walks as short as they get, in whose last step the stack did not do what its variant says
 */
public record Exploration(long steps, long millis, List<ObservedWalk> walks) {

    /** No walks. */
    public static final Exploration NONE = new Exploration(0, 0, List.of());

    public Exploration {
        walks = List.copyOf(walks);
    }
}
