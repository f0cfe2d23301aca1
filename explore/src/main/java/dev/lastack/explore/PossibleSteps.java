package dev.lastack.explore;

import dev.lastack.checker.Steps;
import dev.lastack.checker.Trace;
import dev.lastack.counterexamples.Counterexample;
import dev.lastack.counterexamples.Counterexample.Move;
import dev.lastack.counterexamples.story.Flight;
import dev.lastack.counterexamples.story.Flights;
import dev.lastack.counterexamples.story.StepStory;
import dev.lastack.model.view.StateView;
import dev.lastack.model.view.StepView;
import dev.lastack.properties.claims.Claim;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

/**
 * The steps that are possible at the end of a walk, grouped: users, arrivals by segment, what the network does, timers, time.
 *
 * @param all in order of their groups
 * @param cut whether a bound of the scenario forbids another one
 */
public record PossibleSteps(List<PossibleStep> all, boolean cut) {

    public PossibleSteps {
        all = List.copyOf(all);
    }

    /** A step and where its group stands among the groups. */
    private record Ranked(int rank, PossibleStep step) {}

    public static PossibleSteps after(Playground playground, Walk walk) {
        Steps possible = new Steps(playground.model());
        List<Trace.Step> steps = possible.from(walk.state(walk.length()));
        boolean cut = possible.cut();
        List<Ranked> ranked = new ArrayList<>();
        for (Trace.Step step : steps) {
            ranked.add(preview(playground, walk, step));
        }
        ranked.sort(Comparator.comparing(Ranked::rank)); // A stable sort: the order of the model within a group.
        return new PossibleSteps(ranked.stream().map(Ranked::step).toList(), cut);
    }

    private static Ranked preview(Playground playground, Walk walk, Trace.Step step) {
        Counterexample extended = extended(playground, walk, step);
        int last = extended.length();
        StepView view = extended.step(last);
        Flights flights = Flights.of(extended);
        int number = flights.arrivingIn(last).map(Flight::number).orElse(0);
        return new Ranked(
                rank(view) + number,
                new PossibleStep(
                        step.action(),
                        group(view, number),
                        new StepStory(extended, flights).sentences(last),
                        view.rules(),
                        playground.violatedBy(step).stream().map(Claim::id).toList()));
    }

    private static Counterexample extended(Playground playground, Walk walk, Trace.Step step) {
        long[] source = walk.state(walk.length());
        List<StateView> states = new ArrayList<>(walk.run().states());
        List<Move> moves = new ArrayList<>(walk.run().moves());
        moves.add(new Move(
                step.action(),
                playground.model().describeAction(source, step.action()),
                playground.model().tell(source, step.action())));
        states.add(playground.model().decode(step.target()));
        return new Counterexample(
                playground.scenario(),
                playground.model().variant(),
                Playground.ANY_RUN,
                states,
                moves,
                OptionalInt.empty(),
                List.of());
    }

    private static String group(StepView view, int number) {
        return switch (view.kind()) {
            case OPEN, SEND, RECEIVE, CLOSE, FULL_CLOSE, ABORT ->
                "user of " + view.host().orElseThrow();
            case ARRIVAL, DUPLICATE -> "arrivals of #" + number;
            case FORGE -> "forged segments";
            case CRASH -> "crashes";
            case EVICTION -> "evictions";
            case LEAVE -> isLoss(view) ? "losses by the network" : "leaving the network";
            case TIMER -> "timers";
            case TICK -> "time";
        };
    }

    private static boolean isLoss(StepView view) {
        return view.expired().stream().anyMatch(StepView.Expiry::lost);
    }

    /** Groups in the order in which a person looks for them; segments by number within theirs. */
    private static int rank(StepView view) {
        int group = switch (view.kind()) {
            case OPEN, SEND, RECEIVE, CLOSE, FULL_CLOSE, ABORT ->
                view.host().orElseThrow().index();
            case ARRIVAL, DUPLICATE -> 2;
            case LEAVE -> isLoss(view) ? 3 : 4;
            case TIMER -> 5;
            case TICK -> 6;
            case CRASH -> 7;
            case FORGE -> 8;
            case EVICTION -> 9;
        };
        return group * 10 * Choices.MOST;
    }
}
