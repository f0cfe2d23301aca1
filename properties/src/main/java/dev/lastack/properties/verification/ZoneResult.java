package dev.lastack.properties.verification;

import dev.lastack.model.zones.ZoneRun;
import dev.lastack.properties.claims.Claim;
import dev.lastack.properties.retiming.Retiming;
import dev.lastack.properties.verification.DecidedBy.Means;
import dev.lastack.properties.verification.DecidedBy.Networks;
import dev.lastack.scenario.Expectation.Outcome;
import java.util.List;
import java.util.Optional;

/**
 * What became of a claim in dense time.
 *
 * @param why why an inconclusive outcome is one; else empty
 * @param run a shortest run that violates the claim, at real times; of an inconclusive outcome one that needs a tie
 * @param exact that run in a model whose ticks divide every duration, to be replayed and drawn; empty if it takes too many ticks
 * @param decidedBy for which networks it is
 */
public record ZoneResult(
        Claim claim,
        Outcome outcome,
        String why,
        Optional<ZoneRun> run,
        Optional<Retiming.Exact> exact,
        DecidedBy decidedBy) {

    /** By a search that met no bound: with every greater capacity it would have seen the same. */
    private static final DecidedBy SEARCH = new DecidedBy(Means.ZONES, Networks.ANY_CAPACITY, List.of(), 0);

    static ZoneResult inconclusive(Claim claim, String why, Optional<ZoneRun> run) {
        return new ZoneResult(claim, Outcome.INCONCLUSIVE, why, run, Optional.empty(), SEARCH);
    }

    static ZoneResult violated(Claim claim, ZoneRun run, Optional<Retiming.Exact> exact) {
        return new ZoneResult(claim, Outcome.VIOLATED, "", Optional.of(run), exact, SEARCH);
    }

    static ZoneResult undisputed(Claim claim, Outcome outcome) {
        return new ZoneResult(claim, outcome, "", Optional.empty(), Optional.empty(), SEARCH);
    }
}
