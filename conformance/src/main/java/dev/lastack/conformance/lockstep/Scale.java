package dev.lastack.conformance.lockstep;

import dev.lastack.endpoint.wire.SequenceNumbers;
import dev.lastack.model.state.InstantOrder;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.knobs.Environment;
import dev.lastack.scenario.knobs.RealTime;

/**
 * In which numbers and how fast a pair of executables runs.
 *
 * @param tick microseconds between two instants of the model
 * @param grace microseconds by which the 2MSL timer runs longer than its knob says, so that whatever arrives at the
 *     instant at which it ends arrives before, as in the model; less than a tick. 0 where the timer fires in a separate step
 */
record Scale(SequenceNumbers numbers, long tick, long grace) {

    private static final long SECOND = 1_000_000;
    private static final long MILLISECOND = 1_000;
    private static final long NANOS_PER_MICROSECOND = 1_000;

    /** The model's own modulus. The unbounded space is that of the wire, which no scenario exhausts. */
    static Scale ofModel(Scenario scenario) {
        Environment environment = scenario.environment();
        SequenceNumbers numbers = environment.sequenceSpace() == Environment.UNBOUNDED
                ? SequenceNumbers.WIRE
                : new SequenceNumbers(environment.sequenceSpace());
        return new Scale(numbers, SECOND, timersAreSteps(scenario) ? 0 : SECOND / 2);
    }

    /** 32-bit numbers and milliseconds: the tick that the scenario names, else a second. */
    static Scale onTheWire(Scenario scenario) {
        long tick = scenario.statement()
                .realTime()
                .map(RealTime::tick)
                .map(length -> length.toNanos() / NANOS_PER_MICROSECOND)
                .orElse(SECOND);
        return new Scale(SequenceNumbers.WIRE, tick, timersAreSteps(scenario) ? 0 : MILLISECOND);
    }

    /** Whether a timer of the model fires in a separate step, in any order with the other events of its instant. */
    static boolean timersAreSteps(Scenario scenario) {
        return InstantOrder.of(scenario).timersAreSteps();
    }
}
