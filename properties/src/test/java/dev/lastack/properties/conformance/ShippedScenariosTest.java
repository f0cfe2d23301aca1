package dev.lastack.properties.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.checker.Limits;
import dev.lastack.properties.Claim;
import dev.lastack.properties.ClaimResult;
import dev.lastack.properties.Report;
import dev.lastack.properties.TerminationClaims;
import dev.lastack.properties.Verification;
import dev.lastack.scenario.Expectation;
import dev.lastack.scenario.Expectation.Outcome;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.Scenarios;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Direction 3: whatever breaks a claim in the model of a shipped scenario breaks it on two executable endpoints, at the
 * model's modulus and, where no small modulus has to wrap, at 32 bits and in milliseconds. What came of it is the table of
 * docs/replayed.md.
 */
class ShippedScenariosTest {

    private static final Path PAGE = Path.of("..", "docs", "replayed.md");

    /** Set to write the page anew instead of comparing it. */
    private static final boolean PROMOTE = Boolean.getBoolean("lastack.promote");

    private static final Map<String, List<Replayed>> REPLAYED = new TreeMap<>();

    static List<String> shipped() {
        return Scenarios.variants();
    }

    static List<String> violated() {
        return Scenarios.variants().stream()
                .filter(name -> !violatedClaims(Scenarios.variant(name)).isEmpty())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void randomStepsAreStepsOfTheModel(String name) {
        ConformanceReport report =
                Conformance.of(Scenarios.variant(name)).randomSteps(2_000, ConformanceProperties.SEED);
        assertThat(report.conforms())
                .as(() -> report.divergence().map(Divergence::toString).orElse(""))
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("violated")
    void violationsAreShownOnTheEndpoints(String name) {
        List<Replayed> replayed = replay(Scenarios.variant(name), violatedClaims(Scenarios.variant(name)));
        REPLAYED.put(name, replayed);
        for (Replayed each : replayed) {
            assertThat(each.divergence()).as(() -> each.divergence().toString()).isEmpty();
            assertThat(each.broken()).as(each::toString).isTrue();
        }
    }

    /** A clock whose numbers come round modulo 4, while a segment of the last connection is on its way. */
    @Test
    void wrapIsNoticed() {
        Scenario scenario = Scenarios.variant("two-msl").with(Map.of("time-wait", "1", "msl", "2", "isn", "clock(2)"));
        Replayed oldFin =
                replay(scenario, List.of(TerminationClaims.NO_OLD_FIN)).get(0);
        assertThat(oldFin.shown()).isTrue();
        assertThat(oldFin.modulus()).isEqualTo(4);
        assertThat(oldFin.needsWrap()).hasValueSatisfying(why -> assertThat(why).contains("at 32 bits"));
        Replayed drained = replay(scenario, List.of(TerminationClaims.DRAINED)).get(0);
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
        if (!REPLAYED.keySet().containsAll(violated())) {
            return;
        }
        String page =
                ReplayedPage.of(shipped().stream().flatMap(name -> REPLAYED.getOrDefault(name, List.of()).stream()));
        if (PROMOTE) {
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

    private static List<Replayed> replay(Scenario scenario, List<Claim> claims) {
        List<Replayed> replayed = new ArrayList<>();
        for (ClaimResult result : explored(scenario, claims).claims()) {
            Conformance conformance = Conformance.of(result.model().scenario()).against(result.model());
            replayed.add(conformance.replay(result.claim().id(), result.trace().orElseThrow()));
        }
        return replayed;
    }
}
