package dev.lastack.properties.conformance;

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
public record Rung(
        String event,
        List<String> model,
        List<String> executables,
        List<String> modelRules,
        List<String> executableRules) {

    static Rung of(Move move, Effect effect, Abstraction abstraction, Pair pair) {
        return new Rung(
                move.event().toString(),
                modelSide(move, abstraction, pair),
                executableSide(effect, pair),
                move.step().rules(),
                effect.decided());
    }

    private static List<String> modelSide(Move move, Abstraction abstraction, Pair pair) {
        List<String> lines = Comparison.emitted(move, abstraction, pair.ticks()).stream()
                .map(Effect.Sent::toString)
                .collect(Collectors.toList());
        lines.add("A " + Comparison.shown(move.view().a(), abstraction));
        lines.add("B " + Comparison.shown(move.view().b(), abstraction));
        return lines;
    }

    private static List<String> executableSide(Effect effect, Pair pair) {
        List<String> lines = effect.sent().stream().map(Effect.Sent::toString).collect(Collectors.toList());
        effect.error().ifPresent(error -> lines.add("error: " + error));
        lines.add("A " + pair.a().shown());
        lines.add("B " + pair.b().shown());
        return lines;
    }

    /** A call that the model does not have and the RFC refuses. */
    static Rung refused(Event event, Effect effect, Pair pair) {
        return new Rung(
                event.toString(), List.of("refused"), executableSide(effect, pair), List.of(), effect.decided());
    }
}
