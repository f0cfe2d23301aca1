package dev.lastack.cli.verify;

import dev.lastack.cli.terminal.ExitCode;
import dev.lastack.properties.verification.ClaimResult;
import dev.lastack.scenario.Expectation.Outcome;
import java.util.Optional;

/**
 * A verdict and what was expected of it.
 *
 * @param asserted whether expectations decide the exit code; then a claim of which nothing is expected does not count
 * @param stated the outcome that the scenario's own {@code expect:} states, whether it decides the exit code or not
 * @param trace for a violation: the run that shows it
 */
record Judged(
        ClaimResult result,
        Optional<Outcome> expected,
        boolean asserted,
        Optional<Outcome> stated,
        Optional<WrittenTrace> trace) {

    String id() {
        return result.claim().id();
    }

    Outcome outcome() {
        return result.outcome();
    }

    /** Whether the verdict is another than the expected one. */
    boolean unexpected() {
        return expected.isPresent() && expected.get() != outcome();
    }

    ExitCode exitCode() {
        if (asserted) {
            return unexpected() ? ExitCode.VIOLATED : ExitCode.OK;
        }
        // Whoever wrote the scenario knows that nothing puts the claim to the test.
        boolean knownVacuous = outcome() == Outcome.VACUOUS && stated.equals(Optional.of(Outcome.VACUOUS));
        return knownVacuous ? ExitCode.OK : ExitCode.of(outcome());
    }

    /** Whether the verdict makes the command fail. */
    boolean failed() {
        return exitCode() != ExitCode.OK;
    }
}
