package dev.lastack.properties.verification;

import dev.lastack.checker.Exploration;
import dev.lastack.model.TerminationModel;
import dev.lastack.model.state.Reduction;
import dev.lastack.scenario.Expectation.Outcome;
import dev.lastack.scenario.Scenario;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a verification found.
 *
 * @param scenario as explored (with a grown capacity, the last one)
 * @param model decodes the traces, which are runs of it
 * @param reductions those that made a difference to what was explored
 * @param claims in the order asked for
 */
public record Report(
        Scenario scenario,
        TerminationModel model,
        Set<Reduction> reductions,
        Exploration exploration,
        List<ClaimResult> claims,
        List<BoundUse> bounds) {

    public Report {
        reductions = Set.copyOf(reductions);
        claims = List.copyOf(claims);
        bounds = List.copyOf(bounds);
    }

    /** The result of the claim with this id, if it was asked for. */
    public Optional<ClaimResult> claim(String id) {
        return claims.stream().filter(result -> result.claim().id().equals(id)).findFirst();
    }

    /** Whether every claim has this outcome. */
    public boolean all(Outcome outcome) {
        return claims.stream().allMatch(result -> result.outcome() == outcome);
    }

    /** The same without the states explored, which hold most of its memory. */
    public Report withoutStates() {
        Exploration bare = new Exploration(
                exploration.distinct(),
                exploration.generated(),
                exploration.levels(),
                exploration.counters(),
                exploration.cuts(),
                exploration.verdicts(),
                exploration.stopped(),
                exploration.bytes(),
                exploration.seconds(),
                Optional.empty());
        return new Report(scenario, model, reductions, bare, claims, bounds);
    }

    /** The kinds of action and the state changes that no step of the exploration took, by name. */
    public List<String> neverTaken() {
        return exploration.counters().entrySet().stream()
                .filter(counter -> counter.getValue() == 0 && !counter.getKey().endsWith(" overflows"))
                .map(Map.Entry::getKey)
                .toList();
    }
}
