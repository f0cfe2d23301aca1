package dev.lastack.properties.simulation;

import dev.lastack.checker.walk.RandomRun;
import dev.lastack.scenario.knobs.Host;
import dev.lastack.tcp.TcpState;
import java.util.List;
import java.util.Map;

/**
 * What random runs showed.
 *
 * @param runs how many there were
 * @param steps of all runs together
 * @param reached how many ended in a state that was looked for
 * @param stuck how many ended early, because no step of positive weight was possible
 * @param shown the shortest run that ended in a state that was looked for, or else the first run
 * @param claims in the order asked for
 * @param visits in how many runs each host was in each TCP state
 */
public record SimulationResult(
        int runs,
        long steps,
        int reached,
        int stuck,
        RandomRun shown,
        List<ClaimTally> claims,
        Map<Host, Map<TcpState, Integer>> visits) {

    public SimulationResult {
        claims = List.copyOf(claims);
        visits = Map.copyOf(visits);
    }

    /** Whether some run violated a claim. */
    public boolean violated() {
        return claims.stream().anyMatch(tally -> tally.violated() > 0);
    }
}
