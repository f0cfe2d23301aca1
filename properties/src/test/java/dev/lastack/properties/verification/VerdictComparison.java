package dev.lastack.properties.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.checker.Property;
import dev.lastack.checker.Steps;
import dev.lastack.checker.Trace;
import dev.lastack.scenario.Expectation.Outcome;
import java.util.Arrays;

/** A verification with the hull against one by the plain search alone. */
final class VerdictComparison {

    private VerdictComparison() {}

    /** The run of a violation is one of the model, and its last step is the first that violates the claim. */
    static void replays(ClaimResult violated) {
        Trace run = violated.trace().orElseThrow();
        Steps steps = new Steps(violated.model());
        assertThat(steps.initial()).anySatisfy(state -> assertThat(state).isEqualTo(run.initial()));
        for (int i = 0; i < run.steps().size(); i++) {
            Trace.Step step = run.steps().get(i);
            assertThat(steps.from(run.state(i), step.action()).orElseThrow().target())
                    .isEqualTo(step.target());
        }
        Property property = violated.claim().property(violated.model()).orElseThrow();
        assertThat(property.firstViolation(run, violated.model()))
                .hasValue(run.steps().size());
    }

    /** All that a reader sees of a result. */
    static String told(ClaimResult result) {
        StringBuilder text = new StringBuilder(result.claim() + " " + result.outcome() + " " + result.decidedBy());
        result.why().ifPresent(text::append);
        result.trace()
                .ifPresent(run ->
                        run.steps().forEach(step -> text.append(step.action()).append(Arrays.toString(step.target()))));
        return text + "\n";
    }

    /** In a milder network both say the same, since only what holds carries over. */
    static void assertSame(ClaimResult both, ClaimResult plain, String what) {
        if (plain.outcome() != Outcome.INCONCLUSIVE) {
            assertThat(both.outcome()).as(what).isEqualTo(plain.outcome());
        }
        if (both.outcome() == Outcome.VIOLATED) {
            replays(both);
        }
    }

    /** Without a capacity there is more to find, and never less. */
    static void assertMore(ClaimResult hull, ClaimResult plain, String what) {
        if (hull.outcome() == Outcome.VIOLATED) {
            replays(hull);
        }
        if (plain.outcome() == Outcome.VIOLATED && hull.outcome() != Outcome.INCONCLUSIVE) {
            assertThat(hull.outcome()).as(what).isEqualTo(Outcome.VIOLATED);
            assertThat(hull.trace().orElseThrow().steps())
                    .as(what)
                    .hasSizeLessThanOrEqualTo(
                            plain.trace().orElseThrow().steps().size());
        }
        if (hull.outcome() == Outcome.VACUOUS && plain.outcome() != Outcome.INCONCLUSIVE) {
            assertThat(plain.outcome()).as(what).isEqualTo(Outcome.VACUOUS);
        }
        if (hull.outcome() == Outcome.HOLDS && hull.decidedBy().means() != DecidedBy.Means.PLAIN) {
            assertThat(plain.outcome()).as(what).isNotEqualTo(Outcome.VIOLATED);
        }
    }
}
