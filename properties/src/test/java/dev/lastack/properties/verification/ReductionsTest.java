package dev.lastack.properties.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastack.checker.Property;
import dev.lastack.checker.Trace;
import dev.lastack.model.state.Reduction;
import dev.lastack.properties.claims.Claim;
import dev.lastack.properties.claims.TerminationClaims;
import dev.lastack.scenario.Expectation.Outcome;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.Scenarios;
import dev.lastack.scenario.text.ScenarioException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No reduction changes a verdict: a few scenarios here, all that ship in {@link ReductionsPageTest}. */
class ReductionsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "two-msl",
                "rfc9293 capacity=1",
                "one-tick-short",
                "linux capacity=1",
                "rfc1337 capacity=2 loss=unlimited duplication=unlimited data=0",
                "rfc9293 capacity=1 open=both data=0",
                "rfc793 capacity=2 open=both data=0"
            })
    void verdictsAreTheSameWithoutAnyOfThem(String row) {
        Map<Set<Reduction>, Report> reports = ReducedRow.of(row).check();
        Report all = Objects.requireNonNull(reports.get(Reduction.ALL));
        for (Report other : reports.values()) {
            assertSame(row, other, all);
            assertThat(other.exploration().distinct())
                    .isGreaterThanOrEqualTo(all.exploration().distinct());
        }
    }

    /** Verdicts are the same, runs that break claims can be replayed, and shortest runs are as long. */
    static void assertSame(String row, Report other, Report all) {
        for (ClaimResult result : other.claims()) {
            ClaimResult reduced = all.claim(result.claim().id()).orElseThrow();
            String what = row + ", " + result.claim() + " by " + other.reductions();
            assertThat(result.outcome()).as(what).isEqualTo(reduced.outcome());
            if (result.trace().isPresent()) {
                assertThat(result.trace().get().steps())
                        .as(what)
                        .hasSameSizeAs(reduced.trace().orElseThrow().steps());
                replays(result);
            }
        }
    }

    /** The run that is shown is one of the model without symmetry, step by step, and its last step breaks the claim. */
    private static void replays(ClaimResult result) {
        if (result.trace().isPresent()) {
            Trace run = result.trace().get();
            Trace again = result.model().rerun(result.model(), run);
            assertThat(again.state(again.steps().size()))
                    .isEqualTo(run.state(run.steps().size()));
            assertThat(again.steps())
                    .extracting(Trace.Step::observations)
                    .isEqualTo(
                            run.steps().stream().map(Trace.Step::observations).toList());
            long last = again.steps().get(again.steps().size() - 1).observations();
            assertThat(result.claim().property(result.model()).orElseThrow())
                    .isInstanceOfSatisfying(
                            Property.StepInvariant.class,
                            invariant ->
                                    assertThat(last & invariant.violation()).isNotZero());
        }
    }

    @Test
    void symmetryIsRefusedByNameForClaimsThatTellHostsApart() {
        Scenario scenario = Scenarios.variant("rfc9293").with(Map.of("open", "both", "data", "0"));
        for (String id : List.of("last-ack-resolves", "last-ack-within 9")) {
            Verification verification = Verification.of(scenario)
                    .claims(TerminationClaims.byId(id).orElseThrow())
                    .reductions(Reduction.ALL);
            assertThatThrownBy(verification::run)
                    .isInstanceOf(ScenarioException.class)
                    .hasMessageContaining("symmetry")
                    .hasMessageContaining(id);
        }
    }

    @Test
    void claimsAboutWholeRunsAreDecidedWithoutAnyOfThem() {
        Scenario scenario = Scenarios.variant("silent-peer");
        Claim claim = TerminationClaims.byId("fin-wait-2-resolves").orElseThrow();
        Report report =
                Verification.of(scenario).claims(claim).reductions(Set.of()).run();

        assertThat(report.all(Outcome.VIOLATED)).isTrue();
        assertThat(Verification.of(scenario).claims(claim).run().all(Outcome.VIOLATED))
                .isTrue();
    }

    @Test
    void symmetryIsLeftOffByItselfForAClaimOfOnesOwn() {
        Scenario scenario = Scenarios.variant("rfc9293").with(Map.of("open", "both", "data", "0", "capacity", "1"));
        Claim own = Claim.always("own", "A is never in LAST-ACK", state -> true);

        assertThat(Verification.of(scenario).claims(own).run().reductions()).doesNotContain(Reduction.SYMMETRY);
        assertThat(Verification.of(scenario).run().reductions()).contains(Reduction.SYMMETRY);
    }
}
