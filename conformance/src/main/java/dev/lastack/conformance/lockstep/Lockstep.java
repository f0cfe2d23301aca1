package dev.lastack.conformance.lockstep;

import dev.lastack.checker.Trace;
import dev.lastack.conformance.event.Abstraction;
import dev.lastack.conformance.event.Effect;
import dev.lastack.conformance.event.Event;
import dev.lastack.conformance.event.Move;
import dev.lastack.conformance.monitor.ClaimComparison;
import dev.lastack.conformance.monitor.Looks;
import dev.lastack.conformance.monitor.Occurrence;
import dev.lastack.conformance.stack.StackFactory;
import dev.lastack.conformance.stack.Variables;
import dev.lastack.endpoint.UserError;
import dev.lastack.model.TerminationModel;
import dev.lastack.model.view.StateView;
import dev.lastack.model.view.StepView.Kind;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.knobs.Host;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A run of the model and a run of two executables, taken together step by step and compared after each. */
final class Lockstep {

    private final Scenario scenario;
    private final StackFactory factory;
    private final Scale scale;
    private final Abstraction abstraction;
    private final StepComparison comparison;
    private final ModelRun model;
    private final ClaimComparison claims;
    private final Coverage coverage = new Coverage();
    private final List<Supplier<DivergenceRow>> rungs = new ArrayList<>();
    private final LockstepNetwork network = new LockstepNetwork();
    private Optional<Consumer<Taken>> onlooker = Optional.empty();
    private Pair pair;
    private Looks looks;
    private StateView view;
    private long steps;

    Lockstep(Scenario scenario, TerminationModel model, StackFactory factory) {
        this.scenario = scenario;
        this.factory = factory;
        this.scale = Scale.ofModel(scenario);
        boolean timestamps =
                scenario.a().numbers().timestamps() && scenario.b().numbers().timestamps();
        this.abstraction = new Abstraction(scale.numbers(), timestamps);
        this.comparison = new StepComparison(scenario, abstraction);
        this.model = new ModelRun(model, abstraction);
        this.claims = new ClaimComparison(model, scale.numbers());
        this.pair = new Pair(scenario, factory, abstraction, scale);
        this.looks = pair.look();
        this.view = this.model.view(this.model.state());
    }

    /** Tells {@code newOnlooker} of every step from now on. */
    void shownTo(Consumer<Taken> newOnlooker) {
        onlooker = Optional.of(newOnlooker);
    }

    /** Both runs start again. */
    void restart() {
        model.restart();
        view = model.view(model.state());
        network.clear();
        claims.restart();
        rungs.clear();
        pair = new Pair(scenario, factory, abstraction, scale);
        looks = pair.look();
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

    LockstepNetwork network() {
        return network;
    }

    /** Steps taken and compared in all runs. */
    long steps() {
        return steps;
    }

    Move tell(Trace.Step step) {
        return model.tell(step, pair.ticks());
    }

    /** Makes the executables choose as {@code move} does: the ISS, and whether a retransmission waits. */
    void impose(Move move) {
        pair.impose(move, (host, incarnation, iss) -> iss);
    }

    /** Takes the model's step {@code action}, the executables choosing as it does. */
    Optional<Divergence> follow(int action) {
        Trace.Step step = model.steps().stream()
                .filter(candidate -> candidate.action() == action)
                .findFirst()
                .orElseThrow(() -> new AssertionError("the present state has no step " + action));
        Move move = tell(step);
        impose(move);
        return take(move, List.of(move));
    }

    /** Takes the steps {@code actions} from the initial state on. */
    Optional<Divergence> followAll(List<Integer> actions) {
        restart();
        Optional<Divergence> divergence = Optional.empty();
        for (int i = 0; i < actions.size() && divergence.isEmpty(); i++) {
            divergence = follow(actions.get(i));
        }
        return divergence;
    }

    /** The state that the model is in, and with it the executables. */
    StateView view() {
        return view;
    }

    /**
     * Lets {@code move}'s event happen to the executables and goes on with that one of {@code candidates} that they
     * followed; {@code move} is one of them, and they share its event. Returns the divergence if there is none.
     */
    Optional<Divergence> take(Move move, Iterable<Move> candidates) {
        coverage.count(view, move);
        OptionalInt place = place(move.event());
        boolean forged = move.event().kind() == Kind.FORGE;
        if (move.event().arrival() && place.isEmpty() && !forged) {
            return diverged(move, Effect.none(), "a segment arrives that the executables never sent");
        }
        Effect effect = pair.take(move, place);
        steps++;
        Optional<String> first = Optional.empty();
        for (Move candidate : candidates) {
            Optional<String> difference = comparison.difference(candidate, effect, pair);
            if (difference.isEmpty()) {
                return accept(candidate, effect, place);
            }
            first = first.or(() -> difference);
        }
        return diverged(move, effect, first.orElseThrow());
    }

    private Optional<Divergence> accept(Move move, Effect effect, OptionalInt place) {
        effect.sent().forEach(network::sent);
        for (Host host : Host.values()) {
            var unknown = network.keep(host, move.view().inFlightTo(host), abstraction, pair.ticks());
            if (unknown.isPresent()) {
                return diverged(
                        move,
                        effect,
                        "in the model " + unknown.get() + " is on its way to " + host
                                + "; the executables have not sent it");
            }
        }
        Looks before = looks;
        looks = pair.look();
        long ticks = pair.ticks();
        Looks after = looks;
        rungs.add(() -> DivergenceRow.of(move, effect, after, abstraction.at(ticks)));
        Occurrence occurrence = new Occurrence(move.event(), effect, before, after, network.incarnations());
        Optional<String> judgedOtherwise = claims.difference(move, occurrence);
        if (judgedOtherwise.isPresent()) {
            return diverged(judgedOtherwise.get());
        }
        onlooker.ifPresent(told -> told.accept(new Taken(move, place, occurrence)));
        model.take(move);
        view = move.view();
        return Optional.empty();
    }

    private Optional<Divergence> diverged(Move move, Effect effect, String difference) {
        rungs.add(() -> DivergenceRow.of(move, effect, pair.look(), abstraction.at(pair.ticks())));
        return diverged(difference);
    }

    /** Makes a user call that the RFC refuses in the present state: nothing may come of it. */
    Optional<Divergence> refuse(Event event) {
        Host host = event.host().orElseThrow();
        Map<Host, Variables> before = variables();
        Effect effect = pair.call(event.kind(), host);
        steps++;
        coverage.count(view.endpoint(host).state(), event.kind() + " refused");
        Optional<UserError> error = effect.error();
        if (error.isEmpty() || !effect.sent().isEmpty() || !before.equals(variables())) {
            rungs.add(() -> DivergenceRow.refused(event, effect, pair.look()));
            return diverged("a call that RFC 9293 §3.10 refuses was not refused");
        }
        return Optional.empty();
    }

    private Map<Host, Variables> variables() {
        Map<Host, Variables> variables = new EnumMap<>(Host.class);
        for (Host host : Host.values()) {
            pair.end(host).variables().ifPresent(shown -> variables.put(host, shown));
        }
        return variables;
    }

    private OptionalInt place(Event event) {
        return event.arrival() ? pair.sender(event).place(event.segment().orElseThrow()) : OptionalInt.empty();
    }

    private Optional<Divergence> diverged(String difference) {
        return Optional.of(new Divergence(
                scenario.name(), difference, rungs.stream().map(Supplier::get).toList()));
    }
}
