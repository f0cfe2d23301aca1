package dev.lastack.conformance.lockstep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.checker.Limits;
import dev.lastack.checker.StateSpace;
import dev.lastack.properties.claims.Claim;
import dev.lastack.properties.claims.TerminationClaims;
import dev.lastack.properties.verification.Report;
import dev.lastack.properties.verification.Verification;
import dev.lastack.scenario.Expectation;
import dev.lastack.scenario.Expectation.Outcome;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.Scenarios;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The shipped scenarios in all three directions. In the third, whatever breaks a claim in the model breaks it on two
 * executable endpoints, at the model's modulus and, where no small modulus has to wrap, at 32 bits and in milliseconds.
 * What came of it is the table of docs/replayed.md.
 */
class ShippedScenariosTest {

    private static final Path PAGE = Path.of("..", "docs", "replayed.md");

    /** Set to write the page anew instead of comparing it. */
    private static final boolean REWRITE =
            System.getProperty("lastack.documents", "").equals("rewrite");

    private static final long RANDOM_STEPS = 2_000;
    private static final int SAMPLE = 2_000;
    private static final int GREAT_SAMPLE = 50_000;

    /** The reachable pairs are found by telling every step of every state. */
    private static final long MOST_STATES_FOR_PAIRS = 100_000;

    private static final Map<String, List<Replayed>> REPLAYED = new TreeMap<>();

    static List<String> shipped() {
        return Scenarios.variants();
    }

    /**
     * All three directions: random steps of the executables, every step of a sample of the states (of all, where there are
     * no more), and every run that breaks a claim.
     */
    @ParameterizedTest
    @MethodSource("shipped")
    void endpointsDoWhatTheModelDoes(String name) {
        Scenario scenario = Scenarios.variant(name);
        Conformance conformance = Conformance.of(scenario);
        assertConforms(conformance.randomSteps(RANDOM_STEPS, ConformanceProperties.SEED));
        StateSpace space = conformance.states();
        assertConforms(conformance.sampledTransitions(space, SAMPLE, ConformanceProperties.SEED));
        if (space.size() <= MOST_STATES_FOR_PAIRS) {
            assertCovered(conformance, space);
        }
        List<Replayed> replayed = conformance.violations(violatedClaims(scenario));
        REPLAYED.put(name, replayed);
        for (Replayed each : replayed) {
            assertThat(each.divergence()).as(() -> each.divergence().toString()).isEmpty();
            assertThat(each.broken()).as(each::toString).isTrue();
        }
    }

    /** Direction 2 for long: a great sample of every scenario, and coverage complete for what is reachable in any. */
    @Tag("deep")
    @ParameterizedTest
    @MethodSource("shipped")
    void greatSample(String name) {
        Conformance conformance = Conformance.of(Scenarios.variant(name));
        StateSpace space = conformance.states();
        assertConforms(conformance.sampledTransitions(space, GREAT_SAMPLE, ConformanceProperties.SEED));
        assertCovered(conformance, space);
    }

    /** A clock whose numbers come round modulo 4, while a segment of the last connection is on its way. */
    @Test
    void wrapIsNoticed() {
        Scenario scenario = Scenarios.variant("two-msl").with(Map.of("time-wait", "1", "msl", "2", "isn", "clock(2)"));
        Replayed oldFin = Conformance.of(scenario)
                .violations(List.of(TerminationClaims.NO_OLD_FIN))
                .get(0);
        assertThat(oldFin.shown()).isTrue();
        assertThat(oldFin.modulus()).isEqualTo(4);
        assertThat(oldFin.needsWrap()).hasValueSatisfying(why -> assertThat(why).contains("at 32 bits"));
        Replayed drained = Conformance.of(scenario)
                .violations(List.of(TerminationClaims.DRAINED))
                .get(0);
        assertThat(drained.needsWrap()).isEmpty();
    }

    /** An endpoint that skips TIME-WAIT does not take the run, and the two ladders say where it leaves it. */
    @Test
    void divergenceOfARunIsShown() {
        Scenario scenario = Scenarios.variant("rfc9293");
        Report report = explored(scenario, List.of(TerminationClaims.TIME_WAIT_KEPT));
        Replayed replayed = Conformance.of(scenario)
                .stacks(Mutants.all().get(0).factory())
                .replay("time-wait-kept", report.claims().get(0).trace().orElseThrow());
        assertThat(replayed.shown()).isFalse();
        assertThat(replayed.divergence().orElseThrow().toString()).contains("<<<", "decided in the model: RFC 9293");
    }

    @AfterAll
    static void pageSaysSo() throws IOException {
        if (!REPLAYED.keySet().containsAll(shipped())) {
            return;
        }
        String page =
                ReplayedPage.of(shipped().stream().flatMap(name -> REPLAYED.getOrDefault(name, List.of()).stream()));
        if (REWRITE) {
            Files.writeString(PAGE, page);
        }
        assertThat(page).isEqualTo(Files.readString(PAGE));
    }

    private static List<Claim> violatedClaims(Scenario scenario) {
        return scenario.statement().expectations().stream()
                .filter(expectation -> expectation.outcome() == Outcome.VIOLATED)
                .map(Expectation::claim)
                .map(id -> TerminationClaims.byId(id).orElseThrow())
                .toList();
    }

    private static Report explored(Scenario scenario, List<Claim> claims) {
        return Verification.of(scenario)
                .claims(claims)
                .limits(Limits.none().withWorkers(1))
                .run();
    }

    private static void assertConforms(ConformanceReport report) {
        System.out.println("seed " + ConformanceProperties.SEED + ", " + report.summary());
        assertThat(report.conforms())
                .as(() -> report.divergence().map(Divergence::toString).orElse(""))
                .isTrue();
    }

    private static void assertCovered(Conformance conformance, StateSpace space) {
        ConformanceReport report = conformance.everyPair(space);
        System.out.println("every pair that " + space.size() + " states reach:");
        assertConforms(report);
        assertThat(report.complete())
                .as("every reachable pair of state and event was met")
                .isTrue();
    }
}
