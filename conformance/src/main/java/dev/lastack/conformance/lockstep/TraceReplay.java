package dev.lastack.conformance.lockstep;

import dev.lastack.checker.Trace;
import dev.lastack.conformance.lockstep.WireRun.Connection;
import dev.lastack.conformance.lockstep.WireRun.Outcome;
import dev.lastack.conformance.monitor.Judgement;
import dev.lastack.conformance.monitor.Judgement.Question;
import dev.lastack.conformance.stack.StackFactory;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.knobs.EndpointKnobs.Isn;
import dev.lastack.scenario.knobs.Environment;
import dev.lastack.scenario.knobs.Host;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Plays the run that breaks a claim on two executables: in lockstep with the model at its modulus, then by the script
 * that this leaves, at 32 bits and in milliseconds. A loop is gone round twice.
 */
final class TraceReplay {

    private static final int ROUNDS = 2;

    /** Where an initial sequence number may lie at 32 bits: as the model's, or by the modulus before or behind it. */
    private static final int[] SHIFTS = {0, -1, 1};

    private final Lockstep lockstep;
    private final Scenario scenario;
    private final StackFactory factory;
    private final List<Taken> script = new ArrayList<>();

    TraceReplay(Lockstep lockstep, Scenario scenario, StackFactory factory) {
        this.lockstep = lockstep;
        this.scenario = scenario;
        this.factory = factory;
    }

    Replayed play(String claim, Trace trace) {
        Question question = new Question(claim, trace.loopStart());
        Judgement judgement = new Judgement(scenario, Scale.ofModel(scenario).numbers(), question);
        lockstep.shownTo(taken -> {
            script.add(taken);
            judgement.note(taken.occurrence());
        });
        lockstep.restart();
        Optional<Divergence> divergence = follow(trace.steps());
        boolean comesRound = true;
        if (trace.loopStart().isPresent()) {
            List<Trace.Step> loop = trace.steps()
                    .subList(trace.loopStart().getAsInt(), trace.steps().size());
            Object atLoop = snapshot();
            for (int round = 1; round < ROUNDS && divergence.isEmpty(); round++) {
                divergence = follow(loop);
                comesRound &= atLoop.equals(snapshot());
            }
        }
        boolean broken = divergence.isEmpty() && comesRound && judgement.broken();
        Optional<String> needsWrap =
                divergence.isPresent() ? Optional.of("not a run of the executables") : onTheWire(question);
        OptionalInt loop = trace.loopStart().isPresent()
                ? OptionalInt.of(trace.steps().size() - trace.loopStart().getAsInt())
                : OptionalInt.empty();
        long modulus = Scale.ofModel(scenario).numbers().modulus();
        return new Replayed(scenario.name(), claim, trace.steps().size(), loop, modulus, divergence, broken, needsWrap);
    }

    private Optional<Divergence> follow(List<Trace.Step> steps) {
        Optional<Divergence> divergence = Optional.empty();
        for (int i = 0; i < steps.size() && divergence.isEmpty(); i++) {
            divergence = lockstep.follow(steps.get(i).action());
        }
        return divergence;
    }

    /** All that the executables show, and the segments between them: equal after every round of a loop. */
    private Object snapshot() {
        return List.of(
                lockstep.pair().look(),
                lockstep.network().withoutClocks(Host.A),
                lockstep.network().withoutClocks(Host.B));
    }

    /** Why the script breaks nothing at 32 bits, by the choice of initial numbers that gets furthest. */
    private Optional<String> onTheWire(Question question) {
        WireRun run = new WireRun(factory, scenario, script, question);
        Outcome best = new Outcome(-1, Optional.of("not tried"));
        for (Map<Connection, Long> shifts : shifts()) {
            Outcome outcome = run.play(
                    (host, incarnation, iss) -> iss + shifts.getOrDefault(new Connection(host, incarnation), 0L));
            if (outcome.obstacle().isEmpty()) {
                return Optional.empty();
            }
            best = outcome.steps() > best.steps() ? outcome : best;
        }
        return best.obstacle();
    }

    /** Every way to lay the initial numbers that the scenario leaves to chance, those of the model first. */
    private List<Map<Connection, Long>> shifts() {
        List<Map<Connection, Long>> all = List.of(Map.of());
        long modulus = Scale.ofModel(scenario).numbers().modulus();
        if (scenario.environment().sequenceSpace() == Environment.UNBOUNDED) {
            return all;
        }
        List<Connection> chosen = WireRun.begun(script).stream()
                .filter(connection ->
                        scenario.endpoint(connection.host()).numbers().isn() == Isn.RANDOM)
                .sorted(Comparator.comparing(Connection::incarnation).thenComparing(Connection::host))
                .toList();
        for (Connection connection : chosen) {
            List<Map<Connection, Long>> longer = new ArrayList<>();
            for (int shift : SHIFTS) {
                for (Map<Connection, Long> shorter : all) {
                    Map<Connection, Long> shifts = new HashMap<>(shorter);
                    shifts.put(connection, shift * modulus);
                    longer.add(shifts);
                }
            }
            all = longer;
        }
        return all;
    }
}
