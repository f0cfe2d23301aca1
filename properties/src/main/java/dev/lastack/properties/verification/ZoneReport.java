package dev.lastack.properties.verification;

import dev.lastack.checker.Exploration;
import dev.lastack.checker.Verdict;
import dev.lastack.checker.zones.ZoneExploration;
import dev.lastack.model.TerminationModel;
import dev.lastack.scenario.Scenario;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a verification in dense time found.
 *
 * @param control the model whose states are the discrete parts of zones
 * @param exploration its answers are those of {@code claims} and of bounds
 * @param claims in the order asked for
 * @param bounds why what the search did not find may exist beyond its bounds; empty if the bounds made no difference. A claim
 *     can hold all the same, see {@link ZoneResult#decidedBy}
 */
public record ZoneReport(
        Scenario scenario,
        TerminationModel control,
        ZoneExploration exploration,
        List<ZoneResult> claims,
        Optional<String> bounds) {

    public ZoneReport {
        claims = List.copyOf(claims);
    }

    /** The result of the claim with this id, if it was asked for. */
    public Optional<ZoneResult> claim(String id) {
        return claims.stream().filter(result -> result.claim().id().equals(id)).findFirst();
    }

    /** The same in the form of the other engines. Its model takes no run: each violation has one of its own. */
    public Report report() {
        Exploration seen = new Exploration(
                exploration.zones(),
                exploration.generated(),
                exploration.levels(),
                Map.of(),
                exploration.cuts(),
                Map.of(),
                exploration.stopped(),
                0,
                exploration.seconds(),
                Optional.empty());
        return new Report(
                scenario,
                control,
                Set.of(),
                List.of(new Stage(Engine.ZONES, seen)),
                claims.stream().map(this::result).toList(),
                List.of());
    }

    private ClaimResult result(ZoneResult found) {
        TerminationModel model = found.exact().map(exact -> exact.model()).orElse(control);
        return new ClaimResult(found.claim(), verdict(found), model, List.of(), found.decidedBy());
    }

    private static Verdict verdict(ZoneResult found) {
        return switch (found.outcome()) {
            case HOLDS -> new Verdict.Holds();
            case VACUOUS -> new Verdict.Vacuous();
            case INCONCLUSIVE -> new Verdict.Inconclusive(found.why());
            case VIOLATED ->
                found.exact()
                        .<Verdict>map(exact -> new Verdict.Violated(exact.trace()))
                        .orElseGet(() -> new Verdict.ViolatedInTime(
                                found.run().orElseThrow().lines()));
        };
    }
}
