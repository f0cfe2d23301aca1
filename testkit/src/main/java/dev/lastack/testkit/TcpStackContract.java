package dev.lastack.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.checker.StateSpace;
import dev.lastack.conformance.lockstep.Conformance;
import dev.lastack.conformance.lockstep.ConformanceReport;
import dev.lastack.conformance.lockstep.Divergence;
import dev.lastack.conformance.lockstep.Replayed;
import dev.lastack.conformance.stack.StackFactory;
import dev.lastack.conformance.stack.StackUnderTest;
import dev.lastack.conformance.stack.StreamExchange;
import dev.lastack.endpoint.tcb.EndpointConfig;
import dev.lastack.endpoint.tcb.TimerChoice;
import dev.lastack.endpoint.wire.FourTuple;
import dev.lastack.properties.claims.Claim;
import dev.lastack.properties.claims.LivenessClaims;
import dev.lastack.properties.claims.TerminationClaims;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.Scenarios;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Reporter;
import net.jqwik.api.constraints.Size;

/**
 * What lastack asks of a TCP stack. Extend it, say how to make your stack, and run it with jqwik:
 *
 * <pre>{@code
 * class MyStackTest extends TcpStackContract {
 *     @Override
 *     protected StackFactory stacks() {
 *         return (tuple, config, isn, rto) -> new MyStack(tuple, config);
 *     }
 * }
 * }</pre>
 *
 * <p>Two of your stacks talk to each other by virtual time. A stack that shows no state is checked by what it sends and
 * by what its users get. Failures show the model's run and your stack's side by side up to the first difference; jqwik
 * prints the seed that repeats them.
 */
public abstract class TcpStackContract {

    private static final long STEPS_PER_TRY = 500;
    private static final int SAMPLE = 300;
    private static final long SEED = 20261122;
    private static final FourTuple TUPLE = new FourTuple(0x0A000001, 1, 0x0A000002, 2);

    /** What keeps a space of states small. */
    private static final Map<String, String> SMALL = Map.of(
            "msl", "1", "loss", "1", "duplication", "none", "capacity", "2", "data", "1", "B.data", "0", "rto", "1");

    /** One connection, on a network that may lose everything, whose passive end may wait for ever. */
    private static final Map<String, String> ENDLESS =
            Map.of("msl", "1", "loss", "unlimited", "duplication", "none", "capacity", "2", "data", "0", "rto", "1");

    /** Makes your stack. */
    protected abstract StackFactory stacks();

    /**
     * The decisions that your stack takes where RFC 9293 leaves a choice, as the knobs of a scenario; see
     * docs/testkit.md. The default is RFC 9293 with one connection and retransmissions at any gap up to 64 ticks of a
     * second.
     */
    protected Map<String, String> knobs() {
        return Map.of("incarnations", "1", "rto", "1..64", "data", "2", "abort", "1");
    }

    /**
     * What is otherwise where your stack is led through given steps, and is to choose as they do: by default every
     * retransmission comes after one tick, as {@link EndpointConfig#knobs()} then says.
     */
    protected Map<String, String> knobsWhereLed() {
        return Map.of("rto", "1", "abort", "0");
    }

    /** How your stack is set up for streams in real time. */
    protected EndpointConfig realTime() {
        return EndpointConfig.rfc9293();
    }

    /** Direction 1: whatever the two stacks do, two connections of the formal model can do. */
    @Property(tries = 20)
    void everyStepIsAStepOfTheModel(@ForAll long seed, Reporter reporter) {
        assertConforms(
                reporter, Conformance.of(Scenarios.of(knobs())).stacks(stacks()).randomSteps(STEPS_PER_TRY, seed));
    }

    /** Direction 2: every step of a uniform sample of the model's states, and of all where there are few. */
    @Example
    void everyStepOfTheModelIsTaken(Reporter reporter) {
        Scenario scenario = led(SMALL, Map.of());
        Conformance conformance = Conformance.of(scenario).stacks(stacks());
        StateSpace space = conformance.states();
        assertConforms(reporter, conformance.sampledTransitions(space, SAMPLE, SEED));
        ConformanceReport pairs = conformance.everyPair(space);
        assertConforms(reporter, pairs);
        assertThat(pairs.complete())
                .as("every reachable pair of state and event was met")
                .isTrue();
    }

    /** Direction 3: what goes wrong in the model with the decisions of your stack goes wrong with your stack. */
    @Example
    void violationsAreShown(Reporter reporter) {
        assertShown(reporter, led(SMALL, Map.of()), TerminationClaims.safety());
    }

    /** Direction 3, for ever: the stacks come round to where they were. */
    @Example
    void lassosAreFollowed(Reporter reporter) {
        assertShown(reporter, led(ENDLESS, Map.of("incarnations", "1")), LivenessClaims.all());
        assertShown(reporter, led(ENDLESS, Map.of("incarnations", "1", "B.close", "never")), LivenessClaims.all());
    }

    /** Over a network that loses, duplicates and reorders, users get all that was sent, and the end behind it. */
    @Property(tries = 10)
    void streamsArriveWhole(@ForAll long seed) {
        assertThat(StreamExchange.fault(stacks(), realTime(), seed)).isEmpty();
    }

    /** Anything may arrive, at any time; a clock that stands still or goes back is no excuse. */
    @Property(tries = 500)
    void anyOctetsAreSurvived(@ForAll @Size(max = 60) byte[] octets, @ForAll short clock) {
        EndpointConfig config = realTime();
        StackUnderTest stack = stacks().create(TUPLE, config, (now, last) -> 1, TimerChoice.PROMPT);
        stack.listen(0);
        stack.arrive(octets, clock);
        stack.open(0);
        stack.arrive(octets, clock);
        OptionalLong deadline = stack.deadline();
        assertThat(stack.advance(deadline.orElse(0)).segments()).isNotNull();
    }

    private Scenario led(Map<String, String> bounds, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(knobs());
        all.putAll(bounds);
        all.putAll(knobsWhereLed());
        all.putAll(more);
        return Scenarios.of(all);
    }

    private void assertShown(Reporter reporter, Scenario scenario, List<Claim> claims) {
        for (Replayed replayed : Conformance.of(scenario).stacks(stacks()).violations(claims)) {
            reporter.publishValue(
                    replayed.claim() + " is violated",
                    "in " + replayed.steps() + " steps; at 32 bits: "
                            + replayed.needsWrap().orElse("too"));
            assertThat(replayed.shown())
                    .as(() -> replayed.divergence().map(Divergence::toString).orElseGet(replayed::toString))
                    .isTrue();
        }
    }

    private static void assertConforms(Reporter reporter, ConformanceReport report) {
        reporter.publishValue("conformance", report.summary());
        assertThat(report.conforms())
                .as(() -> report.divergence().map(Divergence::toString).orElse(""))
                .isTrue();
    }
}
