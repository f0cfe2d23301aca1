package dev.lastack.model.decisions;

import dev.lastack.model.state.InstantOrder;
import dev.lastack.model.state.OwnFields;
import dev.lastack.model.state.Reduction;
import dev.lastack.model.state.ResolvedScenario;
import dev.lastack.scenario.Scenario;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A resolved scenario, and who takes its decisions.
 *
 * @param decisions those of {@code variant}, whose fields lie where {@code scenario} has room for them
 */
public record Rulebook(ResolvedScenario scenario, Variant variant, Decisions decisions) {

    /** Resolves {@code scenario}; {@link Reduction#SYMMETRY} is dropped where the hosts differ. */
    public static Rulebook of(Scenario scenario, Variant variant, Set<Reduction> reductions, InstantOrder order) {
        Set<Reduction> applicable = EnumSet.noneOf(Reduction.class);
        applicable.addAll(reductions);
        if (!variant.treatsHostsAlike(scenario)) {
            applicable.remove(Reduction.SYMMETRY);
        }
        // A variant declares its fields before the layout of the state is fixed.
        AtomicReference<Decisions> decisions = new AtomicReference<>();
        ResolvedScenario resolved = new ResolvedScenario(
                scenario, applicable, order, (OwnFields fields) -> decisions.set(variant.decisions(fields)));
        return new Rulebook(resolved, variant, Objects.requireNonNull(decisions.get(), "decisions"));
    }

    /** The same in the order that the scenario asks for. */
    public static Rulebook of(Scenario scenario, Variant variant, Set<Reduction> reductions) {
        return of(scenario, variant, reductions, InstantOrder.of(scenario));
    }
}
