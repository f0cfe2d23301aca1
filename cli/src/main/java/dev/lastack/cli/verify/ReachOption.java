package dev.lastack.cli.verify;

import dev.lastack.checker.liveness.ltl.FormulaSyntaxException;
import dev.lastack.model.TerminationModel;
import dev.lastack.properties.claims.Reachability;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.text.Place;
import dev.lastack.scenario.text.ScenarioException;
import java.util.Optional;
import picocli.CommandLine.Option;

/** A state to look for, instead of claims. */
public final class ReachOption {

    @Option(
            names = "--reach",
            paramLabel = "FORMULA",
            description = "Looks for a state that satisfies this formula, such as 'A.state == LAST-ACK && B.gone' or"
                    + " 'toB.contains(FIN)', instead of checking claims. Exit codes: 0 found, 1 unreachable,"
                    + " 3 undecided.")
    private Optional<String> formula = Optional.empty();

    Optional<String> formula() {
        return formula;
    }

    /** What is wrong with this option where a scenario is or is not named and claims are asked about or not. */
    Optional<String> complaint(boolean noScenario, boolean claimsToo) {
        if (formula.isEmpty()) {
            return Optional.empty();
        }
        if (noScenario) {
            return Optional.of("--reach: name the scenario in which the state is to be found");
        }
        return claimsToo
                ? Optional.of(
                        "--reach asks about a state; it goes with no --claim, --ltl, --expect, --next, --coverage,"
                                + " --report or --certificate")
                : Optional.empty();
    }

    /** Refuses a formula that cannot be read, before anything is computed. */
    void check(Scenario scenario) {
        formula.ifPresent(text -> {
            try {
                Reachability.predicate(text, TerminationModel.of(scenario));
            } catch (FormulaSyntaxException e) {
                throw new ScenarioException(Place.of("--reach"), String.valueOf(e.getMessage()));
            }
        });
    }
}
