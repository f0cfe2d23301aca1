package dev.lastack.counterexamples.story;

import dev.lastack.counterexamples.Counterexample;
import dev.lastack.scenario.knobs.RealTime;
import dev.lastack.scenario.knobs.RealTimeText;
import java.time.Duration;
import java.util.Optional;

/** Tells the times of a run: in real time where its scenario says how long a tick is, else in ticks. */
public final class StoryClock {

    private final Optional<Duration> tick;

    private StoryClock(Optional<Duration> tick) {
        this.tick = tick;
    }

    /** The clock of {@code run}. */
    public static StoryClock of(Counterexample run) {
        return new StoryClock(run.scenario().statement().realTime().map(RealTime::tick));
    }

    /** An instant: {@code t=3} or {@code t=45s}. */
    public String at(int instant) {
        return "t="
                + tick.map(length -> RealTimeText.of(length.multipliedBy(instant)))
                        .orElse(Integer.toString(instant));
    }

    /** How long so many ticks are: {@code 3 ticks} or {@code 45s}. */
    public String lasting(long ticks) {
        return tick.map(length -> RealTimeText.of(length.multipliedBy(ticks)))
                .orElse(ticks + (ticks == 1 ? " tick" : " ticks"));
    }

    /** What times are told in. */
    public String unit() {
        return tick.isPresent() ? "real time" : "ticks";
    }
}
