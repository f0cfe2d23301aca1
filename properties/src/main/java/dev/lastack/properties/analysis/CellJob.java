package dev.lastack.properties.analysis;

import dev.lastack.checker.Limits;
import dev.lastack.checker.partition.Job;
import dev.lastack.properties.verification.recipe.CatalogueClaims;
import dev.lastack.properties.verification.recipe.ScenarioRecipe;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * The search of one cell, by one thread of any process.
 *
 * @param claims by id
 * @param sharers how many such jobs share the memory of a process
 */
record CellJob(ScenarioRecipe scenario, List<String> claims, long maxStates, Duration timeout, int sharers)
        implements Job<CellVerdicts> {

    @Override
    public CellVerdicts run(BooleanSupplier halted) {
        Limits all = Limits.none();
        Limits limits = all.withWorkers(1)
                .withMaxBytes(all.maxBytes() / sharers)
                .withMaxStates(maxStates)
                .withTimeout(timeout);
        try {
            return CellVerdicts.of(CellVerdicts.verification(scenario.make(), CatalogueClaims.named(claims), limits)
                    .progress(report -> !halted.getAsBoolean())
                    .run());
        } catch (OutOfMemoryError exhausted) {
            // What the cell took is garbage by now, so the next one has the whole heap again.
            return CellVerdicts.undecided(claims, CellVerdicts.NO_HEAP);
        }
    }
}
