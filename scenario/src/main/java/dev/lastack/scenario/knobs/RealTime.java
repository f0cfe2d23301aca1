package dev.lastack.scenario.knobs;

import java.time.Duration;
import java.util.List;

/**
 * What a tick stands for.
 *
 * @param tick its length
 * @param measured whether a duration of the scenario is in real time; else its durations are ticks, and their length is a mere
 *     label
 * @param rounded the knobs whose duration is no whole number of ticks. They were rounded towards more behaviours: a claim
 *     that holds still holds, a violation has to be re-timed at the real durations before it counts
 */
public record RealTime(Duration tick, boolean measured, List<String> rounded) {

    public RealTime {
        rounded = List.copyOf(rounded);
    }
}
