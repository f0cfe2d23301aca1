package dev.lastack.conformance.lockstep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.checker.StateSpace;
import dev.lastack.conformance.stack.StackFactory;
import dev.lastack.conformance.stack.StreamExchange;
import dev.lastack.scenario.Scenario;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Reporter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The endpoint and the formal model are two readings of one text: what one does, the other does. */
class ConformanceTest {

    private static final int ALL = 100_000;

    /** Random steps in each scenario where there is time. */
    private static final long MANY = Long.getLong("lastack.steps", 1_000_000);

    /** Direction 1: random events in random scenarios; every step of the executables is one of the model. */
    @Property(tries = 40, seed = "20261122")
    void everyStepIsAStepOfTheModel(@ForAll("scenarios") Scenario scenario, @ForAll long seed, Reporter reporter) {
        ConformanceReport report = Conformance.of(scenario).randomSteps(400, seed);
        reporter.publishValue("seed " + seed, report.summary());
        assertConforms(report);
    }

    /** The same with new seeds each time, for long. */
    @net.jqwik.api.Tag("deep")
    @Property(tries = 2_000)
    void everyStepIsAStepOfTheModelDeep(@ForAll("scenarios") Scenario scenario, @ForAll long seed, Reporter reporter) {
        everyStepIsAStepOfTheModel(scenario, seed, reporter);
    }

    @Provide
    Arbitrary<Scenario> scenarios() {
        return RandomKnobs.scenarios();
    }

    /** Direction 2: every step of every state of small scenarios is taken by the executables; so every pair is met. */
    @ParameterizedTest
    @MethodSource("smallScenarios")
    void everyTransitionIsReproduced(Map<String, String> knobs) {
        Scenario scenario = ConformanceProperties.scenario(knobs);
        ConformanceReport report = Conformance.of(scenario).everyTransition(ALL);
        print(report);
        assertThat(report.complete()).isTrue();
        assertConforms(report);
        StateSpace space = Conformance.of(scenario).states();
        assertThat(report.states()).isEqualTo(space.size());
        ConformanceReport pairs = Conformance.of(scenario).everyPair(space);
        assertThat(pairs.complete()).isTrue();
        assertThat(report.coverage().missing(pairs.coverage())).isEmpty();
    }

    static Stream<Map<String, String>> smallScenarios() {
        return ConformanceProperties.SMALL.stream();
    }

    /** Together the small scenarios and random runs meet every kind of event in every state that the model reaches. */
    @Test
    void everyStateIsMet() {
        Coverage coverage = new Coverage();
        for (Map<String, String> knobs : ConformanceProperties.RANDOM) {
            coverage.add(Conformance.of(ConformanceProperties.scenario(knobs))
                    .randomSteps(2_000, ConformanceProperties.SEED)
                    .coverage());
        }
        System.out.println("coverage, state by kind of event:\n" + coverage);
        assertThat(coverage.counts()).hasSize(11);
        assertThat(coverage.pairs()).isGreaterThan(90);
    }

    /** Users get what was sent, in order and whole, across the wrap at 2^32 and over a bad network. */
    @Property(tries = 20, seed = "20261122")
    void streamsArriveWhole(@ForAll long seed) {
        assertThat(StreamExchange.fault(StackFactory.OWN, ConformanceProperties.narrow(), seed))
                .isEmpty();
    }

    /** A divergence shows both runs up to the first difference and the checks that decided. */
    @Example
    void divergenceShowsBothSides() {
        Mutants.Mutant mutant = Mutants.all().get(0);
        Divergence divergence = Conformance.of(ConformanceProperties.scenario(Map.of()))
                .stacks(mutant.factory())
                .randomSteps(10_000, ConformanceProperties.SEED)
                .divergence()
                .orElseThrow();
        assertThat(divergence.difference()).contains("CLOSED, in the model in TIME-WAIT");
        assertThat(divergence.toString())
                .contains("model", "executables", "<<<", "decided in the model: RFC 9293 §3.10.7.4")
                .contains("time-wait 0: the state is skipped");
    }

    /** More of everything, for as long as it takes. */
    @Tag("deep")
    @Test
    void deepRandomSteps() {
        for (Map<String, String> knobs : ConformanceProperties.RANDOM) {
            ConformanceReport report =
                    Conformance.of(ConformanceProperties.scenario(knobs)).randomSteps(MANY, ConformanceProperties.SEED);
            print(report);
            assertConforms(report);
        }
    }

    private static void print(ConformanceReport report) {
        System.out.println(report.summary());
    }

    private static void assertConforms(ConformanceReport report) {
        assertThat(report.conforms())
                .as(() -> report.divergence().map(Divergence::toString).orElse(""))
                .isTrue();
    }
}
