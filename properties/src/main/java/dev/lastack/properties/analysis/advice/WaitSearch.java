package dev.lastack.properties.analysis.advice;

import dev.lastack.properties.claims.Claim;
import dev.lastack.scenario.knobs.EndpointKnobs;
import dev.lastack.scenario.knobs.Host;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.LongStream;

/**
 * Looks for the least safe TIME-WAIT in whole ticks: between a safe and an unsafe value it halves. Values in between that it
 * passes over are taken to be like their neighbours, which the answer says.
 */
final class WaitSearch {

    private final Explored answer;
    private final Duration tick;
    private final Duration asked;
    private final List<Claim> judged;
    private final Function<Duration, Decision> explore;

    /** {@code answer}, explored at {@code tick}, is for a TIME-WAIT of {@code asked}; {@code explore} answers for others. */
    WaitSearch(
            Explored answer, Duration tick, Duration asked, List<Claim> judged, Function<Duration, Decision> explore) {
        this.answer = answer;
        this.tick = tick;
        this.asked = asked;
        this.judged = judged;
        this.explore = explore;
    }

    LeastWait run() {
        long rounded = answer.report().scenario().endpoint(Host.A).timeWait().length();
        Decision decision = answer.on(judged);
        long unsafe = decision == Decision.UNSAFE ? rounded : -1;
        long safe = decision.isSafeWhereExplored() ? rounded : above(rounded);
        if (decision.isSafeWhereExplored() && rounded > 0) {
            Decision none = at(0);
            if (none.isSafeWhereExplored()) {
                safe = 0;
            } else if (none == Decision.UNSAFE) {
                unsafe = 0;
            }
        }
        while (safe >= 0 && unsafe >= 0 && safe - unsafe > 1) {
            long middle = (safe + unsafe) / 2;
            Decision between = at(middle);
            if (between == Decision.UNDECIDED) {
                break;
            }
            safe = between.isSafeWhereExplored() ? middle : safe;
            unsafe = between == Decision.UNSAFE ? middle : unsafe;
        }
        // What was asked about is unsafe itself, even if a whole number of ticks is less.
        Optional<Duration> below =
                decision == Decision.UNSAFE && unsafe == rounded ? Optional.of(asked) : duration(unsafe);
        return new LeastWait(duration(safe), below);
    }

    /** A safe value above {@code rounded}: 2 MSL, what the losses make of it, and twice that; or -1. */
    private long above(long rounded) {
        int msl = answer.report().scenario().environment().msl();
        int loss = answer.report().scenario().environment().loss();
        // With any number of losses no wait is long enough for all of them.
        long gaps = (loss == EndpointKnobs.UNLIMITED ? 0L : loss)
                * answer.report().scenario().endpoint(Host.B).retransmission().rtoMax();
        return LongStream.of(2L * msl, 2L * msl + gaps, 5L * msl + gaps)
                .distinct()
                .filter(ticks -> ticks > rounded)
                .filter(ticks -> at(ticks).isSafeWhereExplored())
                .findFirst()
                .orElse(-1);
    }

    private Decision at(long ticks) {
        return explore.apply(tick.multipliedBy(ticks));
    }

    private Optional<Duration> duration(long ticks) {
        return ticks < 0 ? Optional.empty() : Optional.of(tick.multipliedBy(ticks));
    }
}
