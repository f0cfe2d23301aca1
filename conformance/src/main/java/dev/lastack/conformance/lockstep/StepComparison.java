package dev.lastack.conformance.lockstep;

import dev.lastack.conformance.event.Abstraction;
import dev.lastack.conformance.event.Effect;
import dev.lastack.conformance.event.Move;
import dev.lastack.conformance.stack.Variables;
import dev.lastack.model.state.Timer;
import dev.lastack.model.view.StepView.Telling;
import dev.lastack.model.view.TcbView;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.knobs.EndpointKnobs.Retransmission;
import dev.lastack.scenario.knobs.Host;
import dev.lastack.tcp.UserSignal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Whether what executables did is what a step of the model says. Only what a stack shows is compared. */
final class StepComparison {

    private final Scenario scenario;
    private final Abstraction abstraction;

    StepComparison(Scenario scenario, Abstraction abstraction) {
        this.scenario = scenario;
        this.abstraction = abstraction;
    }

    /** The first difference, in a sentence. */
    Optional<String> difference(Move move, Effect effect, Pair pair) {
        List<Effect.Sent> expected = abstraction.at(pair.ticks()).emitted(move);
        if (!expected.equals(effect.sent())) {
            return Optional.of("sent " + effect.sent() + " where the model sends " + expected);
        }
        List<Telling> told = move.step().told().stream()
                .filter(telling -> telling.signal() != UserSignal.CLOSED)
                .toList();
        if (!told.equals(effect.told())) {
            return Optional.of("users were told " + effect.told() + ", in the model " + told);
        }
        if (effect.error().isPresent()) {
            return Optional.of(
                    "a call that the model has was refused: " + effect.error().get());
        }
        Optional<String> atA = difference(Host.A, move, pair);
        return atA.isPresent() ? atA : difference(Host.B, move, pair);
    }

    private Optional<String> difference(Host host, Move move, Pair pair) {
        ExecutableEnd end = pair.end(host);
        TcbView view = move.view().endpoint(host);
        if (end.state().isPresent() && end.state().get() != view.state()) {
            return Optional.of(host + " is in " + end.state().get() + ", in the model in " + view.state());
        }
        if (end.variables().isEmpty()) {
            return Optional.empty();
        }
        Variables expected = abstraction.variables(view);
        if (!end.variables().get().equals(expected)) {
            return Optional.of(
                    host + " has " + end.variables().get() + ", in the model " + expected + ", in " + view.state());
        }
        return timers(host, view, pair);
    }

    /** The next timer fires in the same tick. */
    private Optional<String> timers(Host host, TcbView view, Pair pair) {
        Retransmission knobs = scenario.endpoint(host).retransmission();
        Map<String, Integer> timers = view.timers();
        if (knobs.rtoMin() != knobs.rtoMax() && view.left(Timer.RETRANSMISSION).isPresent()) {
            // The range leaves open when it fires; which tick it was is seen when it does.
            return Optional.empty();
        }
        OptionalLong expected = timers.entrySet().stream()
                .filter(timer -> !timer.getKey().equals(Timer.QUIET_TIME.title())
                        && !timer.getKey().equals(TcbView.CHALLENGE_PERIOD))
                .mapToLong(Map.Entry::getValue)
                .min();
        OptionalLong deadline = pair.end(host).deadline();
        OptionalLong ticks =
                deadline.isPresent() ? OptionalLong.of(pair.ticksUntil(deadline.getAsLong())) : OptionalLong.empty();
        return expected.equals(ticks)
                ? Optional.empty()
                : Optional.of(host + "'s next timer fires in " + shown(ticks) + " ticks, in the model in "
                        + shown(expected) + ": " + timers);
    }

    private static String shown(OptionalLong ticks) {
        return ticks.isPresent() ? Long.toString(ticks.getAsLong()) : "no";
    }
}
