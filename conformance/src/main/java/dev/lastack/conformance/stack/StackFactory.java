package dev.lastack.conformance.stack;

import dev.lastack.endpoint.Decisions;
import dev.lastack.endpoint.TcpEndpoint;
import dev.lastack.endpoint.TcpRules;
import dev.lastack.endpoint.TimeWaitRules;
import dev.lastack.endpoint.tcb.EndpointConfig;
import dev.lastack.endpoint.tcb.IsnSource;
import dev.lastack.endpoint.tcb.TimerChoice;
import dev.lastack.endpoint.wire.FourTuple;
import java.util.function.Function;

/** Makes the stacks that are held against the model. */
@FunctionalInterface
public interface StackFactory {

    /** lastack's own endpoint. */
    StackFactory OWN = own(TcpRules::new, TimeWaitRules::new);

    /**
     * A fresh stack in CLOSED at one end of {@code tuple}, set up as {@code config} says. One that can should take its
     * initial sequence numbers from {@code isn} and the length of its retransmission gaps from {@code rto}.
     */
    StackUnderTest create(FourTuple tuple, EndpointConfig config, IsnSource isn, TimerChoice rto);

    /** lastack's own endpoint with other rules. */
    static StackFactory own(
            Function<EndpointConfig, TcpRules> rules, Function<EndpointConfig, TimeWaitRules> timeWait) {
        return (tuple, config, isn, rto) -> new EndpointStack(
                new TcpEndpoint(tuple, config, new Decisions(rules.apply(config), timeWait.apply(config), isn, rto)));
    }
}
