package dev.lastack.model.zones;

import dev.lastack.model.state.NetworkMode;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.knobs.Durations;
import dev.lastack.scenario.knobs.EndpointKnobs;
import dev.lastack.scenario.knobs.Host;
import dev.lastack.scenario.text.ScenarioException;
import java.util.Optional;

/** What zones do not support. The rules then read times that are no clocks, or compare two clocks. */
public final class ZoneScope {

    private static final String REMEDY = "; use the plain engine";

    private ZoneScope() {}

    /**
     * Checks that zones support {@code scenario}.
     *
     * @throws ScenarioException naming the knob, if they do not
     */
    public static void require(Scenario scenario) {
        refusal(scenario).ifPresent(why -> {
            throw new ScenarioException(scenario.statement().place(), why);
        });
    }

    /** The same where the copies in flight are not counted: the network may be any. */
    static void requireOfHosts(Scenario scenario) {
        refusalOfHosts(scenario).ifPresent(why -> {
            throw new ScenarioException(scenario.statement().place(), why);
        });
    }

    /** Why zones do not support {@code scenario}, in words that name a knob; empty if they do. */
    public static Optional<String> refusal(Scenario scenario) {
        Optional<String> refusal = refusalOfHosts(scenario);
        if (refusal.isPresent()) {
            return refusal;
        }
        return NetworkMode.of(scenario.environment()) == NetworkMode.MARKING
                ? Optional.of("duplication: zones support none, or unlimited with loss: unlimited and reordering: on"
                        + REMEDY)
                : Optional.empty();
    }

    private static Optional<String> refusalOfHosts(Scenario scenario) {
        for (Host host : Host.values()) {
            Optional<String> refusal =
                    refusal(scenario.endpoint(host), scenario.durations().of(host));
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> refusal(EndpointKnobs knobs, Durations.Timers timers) {
        if (knobs.numbers().timestamps()) {
            return Optional.of("timestamps: zones support off" + REMEDY);
        }
        if (knobs.numbers().isn() == EndpointKnobs.Isn.CLOCK) {
            return Optional.of("isn: zones support constant, monotonic and random, not clock" + REMEDY);
        }
        if (knobs.challenge().limit() != EndpointKnobs.OFF) {
            return Optional.of("challenge-limit: zones support off" + REMEDY);
        }
        if (timers.timeWaitReuseAfter() > 0) {
            return Optional.of("time-wait.reuse-after: zones support off and 0" + REMEDY);
        }
        if (timers.rtoBackoffCap() != Durations.OFF
                && ControlScenario.doublings(timers) > ControlScenario.MOST_DOUBLINGS) {
            return Optional.of("rto.backoff: zones support at most " + ControlScenario.MOST_DOUBLINGS
                    + " doublings of the least rto" + REMEDY);
        }
        return Optional.empty();
    }
}
