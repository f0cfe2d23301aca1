package dev.lastack.probe.comparison;

import dev.lastack.endpoint.tcb.EndpointConfig;
import dev.lastack.probe.host.StackConnection;
import dev.lastack.probe.measurement.Case;
import dev.lastack.probe.measurement.Response;
import dev.lastack.probe.measurement.UnreachedException;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.knobs.RealTime;
import dev.lastack.tcp.TcpState;
import java.time.Duration;

/** What a scenario says that its host B, the one that listens, does: lastack's endpoint with the scenario's knobs. */
final class Prediction {

    /** The MSL of a stack whose TIME-WAIT of 2 MSL is TCP_TIMEWAIT_LEN, 60 s. */
    private static final Duration MSL = Duration.ofSeconds(30);

    private Prediction() {}

    static Response of(Scenario scenario, Case question) {
        try {
            return question.on(StackConnection.listening(EndpointConfig.onTheWire(scenario.b(), tick(scenario))));
        } catch (UnreachedException e) {
            // A host without the state, such as one whose TIME-WAIT is 0, has nothing left that could answer.
            return new Response(Response.NOTHING, TcpState.CLOSED, false, 0, false);
        }
    }

    /** What a tick stands for: what the scenario says, else what makes its MSL that of Linux. */
    static Duration tick(Scenario scenario) {
        return scenario.statement()
                .realTime()
                .map(RealTime::tick)
                .orElseGet(() -> MSL.dividedBy(scenario.environment().msl()));
    }
}
