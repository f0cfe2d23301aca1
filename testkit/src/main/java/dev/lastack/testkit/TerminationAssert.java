package dev.lastack.testkit;

import dev.lastack.counterexamples.Counterexample;
import dev.lastack.counterexamples.render.html.HtmlPage;
import dev.lastack.counterexamples.render.ladder.Ladder;
import dev.lastack.counterexamples.trace.OutputFolder;
import dev.lastack.counterexamples.trace.TraceFileException;
import dev.lastack.model.decisions.Decisions;
import dev.lastack.model.decisions.Variant;
import dev.lastack.properties.claims.Claim;
import dev.lastack.properties.verification.ClaimResult;
import dev.lastack.properties.verification.Report;
import dev.lastack.properties.verification.Verification;
import dev.lastack.scenario.Expectation.Outcome;
import dev.lastack.scenario.Scenario;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions on scenarios: {@code assertThat(scenario).holds(NO_OLD_FIN).violates(DRAINED)}. Each of these two calls explores
 * once and decides all its claims.
 */
public final class TerminationAssert extends AbstractAssert<TerminationAssert, Scenario> {

    private Variant variant = Variant.OF_KNOBS;

    private TerminationAssert(Scenario scenario) {
        super(scenario, TerminationAssert.class);
    }

    public static TerminationAssert assertThat(Scenario scenario) {
        return new TerminationAssert(scenario);
    }

    /** Lets a variant in Java decide in what follows. */
    public TerminationAssert with(Class<? extends Decisions> decisions) {
        variant = Variant.of(decisions);
        return this;
    }

    /** Every one of these claims holds. */
    public TerminationAssert holds(Claim... claims) {
        return come(Outcome.HOLDS, claims);
    }

    /** Every one of these claims is broken by some run. */
    public TerminationAssert violates(Claim... claims) {
        return come(Outcome.VIOLATED, claims);
    }

    private TerminationAssert come(Outcome outcome, Claim... claims) {
        isNotNull();
        Report report = Verification.of(actual)
                .variant(variant)
                .claims(List.of(claims))
                .withoutReach()
                .run();
        for (ClaimResult result : report.claims()) {
            if (result.outcome() != outcome) {
                failWithMessage("%s", unexpected(result, outcome));
            }
        }
        return this;
    }

    /** What is to be said where {@code result} is not {@code expected}: with the run, if there is one. */
    static String unexpected(ClaimResult result, Outcome expected) {
        String head = result.claim() + ": expected " + expected + ", but it is " + result.outcome()
                + result.why().map(why -> " (" + why + ")").orElse("");
        return Counterexample.of(result)
                .map(run -> head + "\n\n" + new Ladder(false).text(run) + page(run))
                .orElse(head);
    }

    /** Writes the page that steps through {@code run} to where Maven or Gradle keep their test reports. */
    private static String page(Counterexample run) {
        Path folder = Optional.of(Path.of("target", "surefire-reports"))
                .filter(surefire -> Files.isDirectory(Path.of("target")))
                .orElse(Path.of("build", "reports", "lastack"));
        String name = run.scenario().name() + "." + run.claim().id() + ".html";
        try {
            return "\nStep through it: " + new OutputFolder(folder).write(name, new HtmlPage().render(run)) + "\n";
        } catch (TraceFileException unwritten) {
            return "\nThere is no page to step through it: " + unwritten.getMessage() + "\n";
        }
    }
}
