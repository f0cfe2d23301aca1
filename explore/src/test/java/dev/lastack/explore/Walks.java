package dev.lastack.explore;

import dev.lastack.checker.Limits;
import dev.lastack.counterexamples.Counterexample;
import dev.lastack.counterexamples.trace.TraceFile;
import dev.lastack.explore.search.Searches;
import dev.lastack.properties.claims.TerminationClaims;
import dev.lastack.properties.verification.Verification;
import dev.lastack.scenario.Scenarios;
import java.time.Duration;

/** What the tests walk through. */
public final class Walks {

    private Walks() {}

    /** The scenario of the README. */
    public static Playground oneTickShort() {
        return new Playground(Scenarios.variant("one-tick-short"));
    }

    public static Searches searches(Playground playground) {
        return new Searches(playground, Limits.none().withTimeout(Duration.ofMinutes(1)), () -> false);
    }

    /** The README's counterexample, as {@code lastack verify} finds it. */
    public static Counterexample readme() {
        return Counterexample.of(Verification.of(Scenarios.variant("one-tick-short"))
                        .claims(TerminationClaims.NO_OLD_FIN)
                        .run()
                        .claims()
                        .get(0))
                .orElseThrow();
    }

    /** Its choices. */
    public static Choices readmeChoices() {
        return new Choices(
                readme().moves().stream().map(Counterexample.Move::action).toList());
    }

    /** Its trace file, as {@code lastack verify} writes it. */
    public static String readmeTrace() {
        return TraceFile.text(readme());
    }
}
