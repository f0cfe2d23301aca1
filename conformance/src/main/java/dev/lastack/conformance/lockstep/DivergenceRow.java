package dev.lastack.conformance.lockstep;

import dev.lastack.conformance.event.Abstraction;
import dev.lastack.conformance.event.Effect;
import dev.lastack.conformance.event.Event;
import dev.lastack.conformance.event.Move;
import dev.lastack.conformance.monitor.Looks;
import dev.lastack.scenario.knobs.Host;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One step of a run that model and executables take together.
 *
 * @param model what the model sends in it, then the states that it leads to
 * @param executables the same of the executables
 * @param modelRules the rules that decided in the model
 * @param executableRules the rules that decided in the executables
 */
public record DivergenceRow(
        String event,
        List<String> model,
        List<String> executables,
        List<String> modelRules,
        List<String> executableRules) {

    static DivergenceRow of(Move move, Effect effect, Looks looks, Abstraction.At abstraction) {
        return new DivergenceRow(
                move.event().toString(),
                modelSide(move, abstraction),
                executableSide(effect, looks),
                move.step().rules(),
                effect.decided());
    }

    private static List<String> modelSide(Move move, Abstraction.At abstraction) {
        List<String> lines =
                abstraction.emitted(move).stream().map(Effect.Sent::toString).collect(Collectors.toList());
        for (Host host : Host.values()) {
            lines.add(host + " " + abstraction.shown(move.view().endpoint(host)));
        }
        return lines;
    }

    private static List<String> executableSide(Effect effect, Looks looks) {
        List<String> lines = effect.sent().stream().map(Effect.Sent::toString).collect(Collectors.toList());
        effect.error().ifPresent(error -> lines.add("error: " + error));
        for (Host host : Host.values()) {
            lines.add(host + " " + looks.of(host));
        }
        return lines;
    }

    /** A call that the model does not have and the RFC refuses. */
    static DivergenceRow refused(Event event, Effect effect, Looks looks) {
        return new DivergenceRow(
                event.toString(), List.of("refused"), executableSide(effect, looks), List.of(), effect.decided());
    }
}
