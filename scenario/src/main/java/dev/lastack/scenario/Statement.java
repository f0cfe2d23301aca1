package dev.lastack.scenario;

import dev.lastack.scenario.Expectation.Outcome;
import dev.lastack.scenario.knobs.RealTime;
import dev.lastack.scenario.text.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a scenario says beyond the values of its knobs.
 *
 * @param place where it begins
 * @param description what it is, for a list of scenarios; may be empty
 * @param settings the knobs that were set, by qualified name ({@code msl}, {@code A.isn}), as written; setting them again
 *     gives the same scenario
 * @param realTime what a tick stands for, if the scenario says so
 * @param expectations the verdicts that it states
 * @param formulas the claims that it states itself
 */
public record Statement(
        Place place,
        String description,
        Map<String, String> settings,
        Optional<RealTime> realTime,
        List<Expectation> expectations,
        List<NamedFormula> formulas) {

    public Statement {
        expectations = List.copyOf(expectations);
        formulas = List.copyOf(formulas);
    }

    /** The outcome of {@code claim} that this scenario itself states, and none that it extends. */
    public Optional<Outcome> ownOutcome(String claim) {
        return expectations.stream()
                .filter(expectation -> expectation.claim().equals(claim))
                .filter(expectation -> expectation.place().source().equals(place.source()))
                .map(Expectation::outcome)
                .findFirst();
    }

    /** The same scenario with these verdicts and claims. */
    Statement stating(String newDescription, List<Expectation> newExpectations, List<NamedFormula> newFormulas) {
        return new Statement(place, newDescription, settings, realTime, newExpectations, newFormulas);
    }

    /** The formulas of both, where {@code more} replaces those of the same name. */
    static List<NamedFormula> merged(List<NamedFormula> formulas, List<NamedFormula> more) {
        List<NamedFormula> merged = new ArrayList<>(formulas);
        merged.removeIf(formula -> more.stream().anyMatch(other -> other.name().equals(formula.name())));
        merged.addAll(more);
        return merged;
    }
}
