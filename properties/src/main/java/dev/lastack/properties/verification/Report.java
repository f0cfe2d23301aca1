package dev.lastack.properties.verification;

import dev.lastack.checker.Exploration;
import dev.lastack.model.TerminationModel;
import dev.lastack.model.rules.Bound;
import dev.lastack.model.state.Reduction;
import dev.lastack.scenario.Expectation.Outcome;
import dev.lastack.scenario.Scenario;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a verification found.
 *
 * @param scenario as explored (with a grown capacity, the last one)
 * @param model decodes the traces, which are runs of it
 * @param reductions those that made a difference to what was explored
 * @param stages the searches, in their order; at least one
 * @param claims in the order asked for
 * @param bounds of the plain search; empty if there was none
 */
public record Report(
        Scenario scenario,
        TerminationModel model,
        Set<Reduction> reductions,
        List<Stage> stages,
        List<ClaimResult> claims,
        List<BoundUse> bounds) {

    public Report {
        reductions = Set.copyOf(reductions);
        stages = List.copyOf(stages);
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

    /** What the last search saw. What its {@link Exploration#distinct()} counts is told by {@link #counted()}. */
    public Exploration exploration() {
        return last().exploration();
    }

    /** What the last search counted, see {@link Engine#counted()}. */
    public String counted() {
        return last().engine().counted();
    }

    private Stage last() {
        return stages.get(stages.size() - 1);
    }

    /** What the plain search saw, if there was one. */
    public Optional<Exploration> plain() {
        return stages.stream()
                .filter(stage -> stage.engine() == Engine.PLAIN)
                .map(Stage::exploration)
                .findFirst();
    }

    /** Wall-clock time of all searches. */
    public double seconds() {
        return stages.stream()
                .mapToDouble(stage -> stage.exploration().seconds())
                .sum();
    }

    /** The same without the states explored, which hold most of its memory. */
    public Report withoutStates() {
        return new Report(
                scenario,
                model,
                reductions,
                stages.stream().map(Stage::withoutStates).toList(),
                claims,
                bounds);
    }

    /**
     * The kinds of action and the state changes that no step of the plain search took, by name.
     *
     * @throws java.util.NoSuchElementException if there was no plain search, see {@link Verification#countingSteps()}
     */
    public List<String> neverTaken() {
        Set<String> overflows = Bound.all().stream().map(Bound::overflows).collect(Collectors.toSet());
        return plain().orElseThrow().counters().entrySet().stream()
                .filter(counter -> counter.getValue() == 0 && !overflows.contains(counter.getKey()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
