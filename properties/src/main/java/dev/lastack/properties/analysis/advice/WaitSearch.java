package dev.lastack.properties.analysis.advice;

import dev.lastack.properties.Claim;
import dev.lastack.scenario.EndpointKnobs;
import dev.lastack.scenario.Host;
import dev.lastack.scenario.RealTimeText;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * Looks for the least safe TIME-WAIT in whole ticks: between a safe and an unsafe value it halves. Values in between that it
 * passes over are taken to be like their neighbours, which the answer says.
 */
final class WaitSearch {

    private final Advise advise;
    private final Explored answer;
    private final List<Claim> judged;
    private final Clock clock;
    private final int percent;
    private final Scope scope;

    /** Values are explored in the scope that a safe answer was found in, else in the least. */
    WaitSearch(Advise advise, Explored answer, List<Claim> judged, Clock clock, int percent) {
        this.advise = advise;
        this.answer = answer;
        this.judged = judged;
        this.clock = clock;
        this.percent = percent;
        this.scope = Scope.EXCHANGE;
    }

    LeastWait run() {
        long asked = answer.report().scenario().endpoint(Host.A).timeWait();
        Decision decision = answer.on(judged);
        long unsafe = decision == Decision.UNSAFE ? asked : -1;
        long safe = decision == Decision.SAFE ? asked : above(asked);
        if (decision == Decision.SAFE && asked > 0) {
            Decision none = at(0);
            if (none == Decision.SAFE) {
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
            safe = between == Decision.SAFE ? middle : safe;
            unsafe = between == Decision.UNSAFE ? middle : unsafe;
        }
        return new LeastWait(duration(safe), duration(unsafe), Optional.of(scope));
    }

    /** A safe value above {@code asked}: 2 MSL, what the losses make of it, and twice that; or -1. */
    private long above(long asked) {
        int msl = answer.report().scenario().environment().msl();
        int loss = answer.report().scenario().environment().loss();
        // With any number of losses no wait is long enough for all of them.
        long gaps = (loss == EndpointKnobs.UNLIMITED ? 0L : loss)
                * answer.report().scenario().endpoint(Host.B).rtoMax();
        return LongStream.of(2L * msl, 2L * msl + gaps, 5L * msl + gaps)
                .distinct()
                .filter(ticks -> ticks > asked)
                .filter(ticks -> at(ticks) == Decision.SAFE)
                .findFirst()
                .orElse(-1);
    }

    private Decision at(long ticks) {
        String value = RealTimeText.of(answer.tick().multipliedBy(ticks));
        return advise.explore(answer.tick(), scope, Map.of("time-wait", value), clock.leftOf(percent))
                .map(explored -> explored.on(judged))
                .orElse(Decision.UNDECIDED);
    }

    private Optional<Duration> duration(long ticks) {
        return ticks < 0 ? Optional.empty() : Optional.of(answer.tick().multipliedBy(ticks));
    }
}
