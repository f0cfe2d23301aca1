package dev.lastack.cli.verify;

import dev.lastack.cli.terminal.ExitCode;
import dev.lastack.properties.verification.BoundUse;
import dev.lastack.properties.verification.Report;
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

    /** Whether a bound changed what happened, so that a verdict holds only within it. */
    boolean bounded() {
        return report.bounds().stream().anyMatch(Checked::used);
    }

    static boolean used(BoundUse bound) {
        return bound.reached() + bound.cut() > 0;
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
