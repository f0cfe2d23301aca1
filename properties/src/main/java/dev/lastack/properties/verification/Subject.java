package dev.lastack.properties.verification;

import dev.lastack.checker.Property;
import dev.lastack.model.TerminationModel;
import dev.lastack.model.decisions.Variant;
import dev.lastack.model.state.Reduction;
import dev.lastack.properties.claims.Claim;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.text.Place;
import dev.lastack.scenario.text.ScenarioException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is verified, and how its states are reduced.
 *
 * @param asked the reductions to use; empty for all that are safe
 */
record Subject(Scenario scenario, Variant variant, Optional<Set<Reduction>> asked) {

    Subject with(Variant other) {
        return new Subject(scenario, other, asked);
    }

    Subject with(Set<Reduction> reductions) {
        return new Subject(scenario, variant, Optional.of(Set.copyOf(reductions)));
    }

    /** The model to search for {@code claims}. */
    TerminationModel searched(Scenario explored, List<Claim> claims) {
        TerminationModel model = TerminationModel.of(explored, variant, asked.orElse(Reduction.ALL));
        for (Claim claim : claims) {
            boolean told = tellsHostsApart(claim, model) && model.reductions().contains(Reduction.SYMMETRY);
            if (told && asked.isEmpty()) {
                return TerminationModel.of(explored, variant, Reduction.OF_STATES);
            }
            if (told) {
                throw new ScenarioException(
                        Place.of("reductions"),
                        Reduction.SYMMETRY + " is not shown to be safe for " + claim + ", which tells the hosts apart");
            }
        }
        return model;
    }

    /** What is observed of a step names no host; a predicate on states, and a claim about whole runs, may. */
    private static boolean tellsHostsApart(Claim claim, TerminationModel model) {
        return claim.property(model)
                .filter(Property.StepInvariant.class::isInstance)
                .isEmpty();
    }
}
