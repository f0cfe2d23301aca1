package dev.lastack.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.endpoint.EndpointConfig;
import dev.lastack.endpoint.FourTuple;
import dev.lastack.endpoint.RtoChoice;
import dev.lastack.properties.conformance.Conformance;
import dev.lastack.properties.conformance.ConformanceReport;
import dev.lastack.properties.conformance.Divergence;
import dev.lastack.properties.conformance.StackFactory;
import dev.lastack.properties.conformance.StackUnderTest;
import dev.lastack.properties.conformance.StreamExchange;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.Scenarios;
import java.util.Map;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
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
    private static final FourTuple TUPLE = new FourTuple(0x0A000001, 1, 0x0A000002, 2);

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

    /** How your stack is set up for streams in real time. */
    protected EndpointConfig realTime() {
        return EndpointConfig.rfc9293();
    }

    /** Whatever the two stacks do, two connections of the formal model can do. */
    @Property(tries = 20)
    void everyStepIsAStepOfTheModel(@ForAll long seed) {
        Scenario scenario = Scenarios.of(knobs());
        ConformanceReport report = Conformance.of(scenario).stacks(stacks()).randomSteps(STEPS_PER_TRY, seed);
        assertThat(report.conforms())
                .as(() -> report.divergence().map(Divergence::toString).orElse(""))
                .isTrue();
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
        StackUnderTest stack = stacks().create(TUPLE, config, (now, last) -> 1, RtoChoice.PROMPT);
        stack.listen(0);
        stack.arrive(octets, clock);
        stack.open(0);
        stack.arrive(octets, clock);
        OptionalLong deadline = stack.deadline();
        assertThat(stack.advance(deadline.orElse(0)).segments()).isNotNull();
    }
}
