package dev.lastack.properties.analysis.advice;

import dev.lastack.scenario.knobs.EndpointKnobs;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.LongStream;

/**
 * Looks for a TIME-WAIT that is safe in dense time while one microsecond less is unsafe. Values that theory names are asked
 * about first, then it halves. That every shorter value is unsafe too is not proved, and is not said.
 */
final class ExactWait {

    private final Figures figures;
    private final Function<Duration, Decision> explore;
    private long unsafe = -1;
    private long safe = -1;

    /** {@code explore} answers for a TIME-WAIT of that length. */
    ExactWait(Figures figures, Function<Duration, Decision> explore) {
        this.figures = figures;
        this.explore = explore;
    }

    /** The search, where the TIME-WAIT asked about has this answer, and at most so many segments can be lost. */
    LeastWait run(Decision asked, int loss) {
        long wait = micros(figures.timeWait());
        note(wait, asked);
        if (asked == Decision.UNSAFE) {
            candidates(loss)
                    .filter(more -> more > wait)
                    .takeWhile(more -> safe < 0)
                    .forEach(this::at);
        } else if (wait > 0) {
            at(0);
        }
        candidates(loss).filter(this::isBetween).forEach(this::narrow);
        if (isBetween(safe - 1)) {
            at(safe - 1);
        }
        boolean open = true;
        while (open && safe >= 0 && unsafe >= 0 && safe - unsafe > 1) {
            open = at((safe + unsafe) / 2) != Decision.UNDECIDED;
        }
        return new LeastWait(duration(safe), duration(unsafe));
    }

    private void narrow(long value) {
        if (isBetween(value)) {
            at(value);
        }
    }

    private boolean isBetween(long value) {
        return unsafe >= 0 && value > unsafe && value < safe;
    }

    /** MSL, 2 MSL, 3 MSL, and the time that the losses add to one and two of them, the least first. */
    private LongStream candidates(int loss) {
        long msl = micros(figures.msl());
        long gaps = (loss == EndpointKnobs.UNLIMITED ? 0L : loss)
                * micros(figures.rto().max());
        return LongStream.of(msl, 2 * msl, 3 * msl, gaps + msl, gaps + 2 * msl, gaps + 5 * msl)
                .sorted()
                .distinct();
    }

    private Decision at(long wait) {
        Decision decision = explore.apply(Duration.ofNanos(wait * 1_000));
        note(wait, decision);
        return decision;
    }

    private void note(long wait, Decision decision) {
        if (decision == Decision.SAFE) {
            safe = wait;
        } else if (decision == Decision.UNSAFE) {
            unsafe = wait;
        }
    }

    private static long micros(Duration duration) {
        return duration.toNanos() / 1_000;
    }

    private static Optional<Duration> duration(long micros) {
        return micros < 0 ? Optional.empty() : Optional.of(Duration.ofNanos(micros * 1_000));
    }
}
