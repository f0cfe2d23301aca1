package dev.lastack.endpoint;

import dev.lastack.endpoint.tcb.EndpointConfig;
import dev.lastack.endpoint.tcb.IsnSource;
import dev.lastack.endpoint.tcb.TimerChoice;

/**
 * Everything an endpoint does not decide by itself: the rules, and the choices that the world makes for it.
 */
public record Decisions(TcpRules rules, TimeWaitRules timeWait, IsnSource isn, TimerChoice rto) {

    /** The rules as RFC 9293 and the knobs say. */
    public static Decisions of(EndpointConfig config, IsnSource isn, TimerChoice rto) {
        return new Decisions(new TcpRules(config), new TimeWaitRules(config), isn, rto);
    }
}
