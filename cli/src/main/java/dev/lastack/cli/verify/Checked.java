package dev.lastack.cli.verify;

import dev.lastack.cli.terminal.ExitCode;
import dev.lastack.properties.verification.ClaimResult;
import dev.lastack.properties.verification.Engine;
import dev.lastack.properties.verification.RealTimeVerdict;
import dev.lastack.properties.verification.Report;
import dev.lastack.scenario.Expectation.Outcome;
import dev.lastack.scenario.Scenario;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A scenario that has been checked. */
record Checked(Report report, List<Judged> claims, boolean strict) {

    Checked {
        claims = List.copyOf(claims);
    }

    Scenario scenario() {
        return report.scenario();
    }

    /** How far verdicts reach where a tick was explored for real durations. */
    Optional<String> realTimeReach() {
        boolean inTicks = report.stages().stream().noneMatch(stage -> stage.engine() == Engine.ZONES);
        return inTicks ? RealTimeVerdict.reach(scenario()) : Optional.of("in dense time: nothing is rounded to a tick");
    }

    /** Whether a claim is said to hold only within a bound, which was met. */
    boolean bounded() {
        return claims.stream().map(Judged::result).anyMatch(Checked::bounded);
    }

    private static boolean bounded(ClaimResult result) {
        boolean ofAll = result.outcome() == Outcome.HOLDS || result.outcome() == Outcome.VACUOUS;
        return ofAll && !result.decidedBy().within().isEmpty();
    }

    ExitCode exitCode() {
        ExitCode code = strict && bounded() ? ExitCode.INCONCLUSIVE : ExitCode.OK;
        for (Judged judged : claims) {
            code = code.or(judged.exitCode());
        }
        return code;
    }

    /** The shortest run to show: of the claims whose verdict makes the command fail, else of none. */
    Optional<WrittenTrace> shortestFailure() {
        return claims.stream()
                .filter(Judged::failed)
                .flatMap(judged -> judged.trace().stream())
                .min(Comparator.comparingInt(trace -> trace.run().length()));
    }
}
