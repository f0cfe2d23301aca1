package dev.lastack.properties.conformance;

import dev.lastack.endpoint.UserError;
import dev.lastack.model.StepView.Kind;
import dev.lastack.model.TcbView;
import dev.lastack.model.TcpState;
import dev.lastack.model.TerminationModel;
import dev.lastack.scenario.Host;
import dev.lastack.scenario.Scenario;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A run of the model and a run of two executables, taken together step by step and compared after each. */
final class Lockstep {

    private final Scenario scenario;
    private final StackFactory factory;
    private final Abstraction abstraction;
    private final Comparison comparison;
    private final ModelRun model;
    private final Coverage coverage = new Coverage();
    private final List<Rung> rungs = new ArrayList<>();
    private final Network network = new Network();
    private Pair pair;
    private long steps;

    Lockstep(Scenario scenario, TerminationModel model, StackFactory factory) {
        this.scenario = scenario;
        this.factory = factory;
        boolean timestamps = scenario.a().timestamps() && scenario.b().timestamps();
        this.abstraction = new Abstraction(Pair.numbers(scenario.environment()), timestamps);
        this.comparison = new Comparison(scenario, abstraction);
        this.model = new ModelRun(model, abstraction);
        this.pair = new Pair(scenario, factory, abstraction);
    }

    /** Both runs start again. */
    void restart() {
        model.restart();
        network.clear();
        rungs.clear();
        pair = new Pair(scenario, factory, abstraction);
    }

    ModelRun model() {
        return model;
    }

    Pair pair() {
        return pair;
    }

    Coverage coverage() {
        return coverage;
    }

    /** Steps taken and compared in all runs. */
    long steps() {
        return steps;
    }

    Move tell(ModelRun.Step step) {
        return model.tell(step, pair.ticks());
    }

    /** Makes the executables choose as {@code move} does: the ISS, and whether a retransmission waits. */
    void impose(Move move) {
        for (Host host : Host.values()) {
            TcbView view = move.view().endpoint(host);
            pair.end(host).choices().iss(view.iss());
            pair.end(host).choices().waits(!move.step().timers().contains(host + " retransmission"));
        }
    }

    /** Takes the model's step {@code action}, the executables choosing as it does. */
    Optional<Divergence> follow(int action) {
        ModelRun.Step step = model.steps().stream()
                .filter(candidate -> candidate.action() == action)
                .findFirst()
                .orElseThrow(() -> new AssertionError("the present state has no step " + action));
        Move move = tell(step);
        impose(move);
        return take(move, List.of(move));
    }

    /**
     * Lets {@code move}'s event happen to the executables and goes on with that one of {@code candidates} that they
     * followed; {@code move} is one of them, and they share its event. Returns the divergence if there is none.
     */
    Optional<Divergence> take(Move move, Iterable<Move> candidates) {
        count(move);
        Optional<byte[]> octets = octets(move.event());
        if (move.event().arrival() && octets.isEmpty()) {
            rungs.add(Rung.of(move, new Effect(List.of(), List.of(), Optional.empty(), List.of()), abstraction, pair));
            return diverged("a segment arrives that the executables never sent");
        }
        Effect effect = perform(move, octets.orElse(new byte[0]));
        steps++;
        Optional<String> first = Optional.empty();
        for (Move candidate : candidates) {
            Optional<String> difference = comparison.difference(candidate, effect, pair);
            if (difference.isEmpty()) {
                return accept(candidate, effect);
            }
            first = first.or(() -> difference);
        }
        rungs.add(Rung.of(move, effect, abstraction, pair));
        return diverged(first.orElseThrow());
    }

    private Optional<Divergence> accept(Move move, Effect effect) {
        rungs.add(Rung.of(move, effect, abstraction, pair));
        effect.sent().forEach(network::sent);
        for (Host host : Host.values()) {
            var unknown = network.keep(host, move.view().inFlightTo(host), abstraction, pair.ticks());
            if (unknown.isPresent()) {
                return diverged("in the model " + unknown.get() + " is on its way to " + host
                        + "; the executables have not sent it");
            }
        }
        model.take(move);
        return Optional.empty();
    }

    /** Makes a user call that the RFC refuses in the present state: nothing may come of it. */
    Optional<Divergence> refuse(Event event) {
        Host host = event.host().orElseThrow();
        Map<Host, Variables> before = variables();
        Effect effect = pair.call(event.kind(), host);
        steps++;
        coverage.count(pair.end(host).state().orElse(TcpState.CLOSED), event.kind() + " refused");
        rungs.add(Rung.refused(event, effect, pair));
        Optional<UserError> error = effect.error();
        if (error.isEmpty() || !effect.sent().isEmpty() || !before.equals(variables())) {
            return diverged("a call that RFC 9293 §3.10 refuses was not refused");
        }
        rungs.remove(rungs.size() - 1);
        return Optional.empty();
    }

    private Map<Host, Variables> variables() {
        Map<Host, Variables> variables = new EnumMap<>(Host.class);
        for (Host host : Host.values()) {
            pair.end(host).variables().ifPresent(shown -> variables.put(host, shown));
        }
        return variables;
    }

    private Optional<byte[]> octets(Event event) {
        if (!event.arrival()) {
            return Optional.empty();
        }
        End sender = pair.end(event.host().orElseThrow().peer());
        AbstractSegment segment = event.segment().orElseThrow();
        return event.kind() == Kind.FORGE ? Optional.of(sender.forge(segment)) : sender.octets(segment);
    }

    private Effect perform(Move move, byte[] octets) {
        Event event = move.event();
        return switch (event.kind()) {
            case TICK -> pair.tick();
            case ARRIVAL, DUPLICATE, FORGE ->
                pair.arrive(event.host().orElseThrow(), event.segment().orElseThrow(), octets);
            case OPEN -> {
                Host host = event.host().orElseThrow();
                pair.end(host).begin(move.view().endpoint(host).incarnation());
                yield pair.call(Kind.OPEN, host);
            }
            default -> pair.call(event.kind(), event.host().orElseThrow());
        };
    }

    private void count(Move move) {
        Event event = move.event();
        event.host()
                .ifPresent(host -> coverage.count(
                        pair.end(host).state().orElse(TcpState.CLOSED),
                        event.segment()
                                .map(AbstractSegment::kind)
                                .orElse(event.kind().name())));
        for (Host host : Host.values()) {
            for (String timer : move.step().timers()) {
                if (timer.startsWith(host + " ")) {
                    coverage.count(pair.end(host).state().orElse(TcpState.CLOSED), timer.substring(2) + " timeout");
                }
            }
        }
    }

    private Optional<Divergence> diverged(String difference) {
        return Optional.of(new Divergence(scenario.name(), difference, rungs));
    }
}
