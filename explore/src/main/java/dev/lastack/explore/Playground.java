package dev.lastack.explore;

import dev.lastack.checker.Steps;
import dev.lastack.checker.Trace;
import dev.lastack.counterexamples.Counterexample;
import dev.lastack.counterexamples.Counterexample.BrokenClaim;
import dev.lastack.counterexamples.Counterexample.Move;
import dev.lastack.counterexamples.story.Ending;
import dev.lastack.counterexamples.trace.TraceFile;
import dev.lastack.counterexamples.trace.WholeScenario;
import dev.lastack.model.TerminationModel;
import dev.lastack.model.view.StateView;
import dev.lastack.properties.claims.Claim;
import dev.lastack.properties.claims.Reachability;
import dev.lastack.properties.claims.SafetyClaim;
import dev.lastack.scenario.Scenario;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** A scenario to walk through. It keeps no walk: what was chosen determines the state. Safe for several threads. */
public final class Playground {

    private static final int DIGEST_OCTETS = 8;

    /** What a run is shown for that need not violate anything. */
    static final BrokenClaim ANY_RUN = anyRun();

    private final Scenario scenario;
    private final TerminationModel model;
    private final long[] start;
    private final RecentWalks recent = new RecentWalks();

    public Playground(Scenario scenario) {
        this.scenario = scenario;
        this.model = TerminationModel.of(scenario);
        this.start = new Steps(model).initial().get(0);
    }

    private static BrokenClaim anyRun() {
        Claim any = Reachability.unreachable(Ending.ANY_STATE);
        return new BrokenClaim(any.id(), any.sentence(), List.of());
    }

    public Scenario scenario() {
        return scenario;
    }

    public TerminationModel model() {
        return model;
    }

    /** Sixteen hexadecimal digits that differ for scenarios with different knobs in force, whatever their names. */
    public String digest() {
        StringBuilder knobs = new StringBuilder();
        WholeScenario.knobs(scenario)
                .forEach((name, value) ->
                        knobs.append(name).append('=').append(value).append('\n'));
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(knobs.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, DIGEST_OCTETS);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }

    /**
     * The run that {@code choices} leads to.
     *
     * @throws ExploreException if one of the steps is not possible where it is chosen
     */
    public Walk walk(Choices choices) {
        Walk known = recent.longestPrefix(choices).orElseGet(this::atStart);
        Steps possible = new Steps(model);
        int from = known.choices().inCommonWith(choices);
        List<Trace.Step> steps = new ArrayList<>(known.trace().steps().subList(0, from));
        List<StateView> states = new ArrayList<>(known.run().states().subList(0, from + 1));
        List<Move> moves = new ArrayList<>(known.run().moves().subList(0, from));
        long[] state = known.state(from);
        for (int i = from; i < choices.size(); i++) {
            int action = choices.actions().get(i);
            int number = i + 1;
            Trace.Step step = possible.from(state, action)
                    .orElseThrow(() -> new ExploreException("step " + number + " of " + choices.size()
                            + " is not possible there; the choices are those of another scenario or version"));
            steps.add(step);
            moves.add(new Move(action, model.describeAction(state, action), model.tell(state, action)));
            state = step.target();
            states.add(model.decode(state));
        }
        Trace trace = new Trace(start, steps, OptionalInt.empty());
        Walk walk = new Walk(choices, trace, run(ANY_RUN, states, moves));
        recent.add(walk);
        return walk;
    }

    private Walk atStart() {
        Trace trace = new Trace(start, List.of(), OptionalInt.empty());
        return new Walk(
                Choices.NONE, trace, Counterexample.of(Reachability.unreachable(Ending.ANY_STATE), model, trace));
    }

    private Counterexample run(BrokenClaim claim, List<StateView> states, List<Move> moves) {
        return new Counterexample(scenario, model.variant(), claim, states, moves, OptionalInt.empty(), List.of());
    }

    /** The safety claims that a step with these observations violates, in the order of the catalogue. */
    public List<Claim> violatedBy(Trace.Step step) {
        Trace single = new Trace(start, List.of(step), OptionalInt.empty());
        return safety().filter(claim -> claim.property(model)
                        .filter(property -> property.isViolatedAt(1, single, model))
                        .isPresent())
                .toList();
    }

    private static Stream<Claim> safety() {
        return Stream.of(SafetyClaim.values()).map(SafetyClaim::claim);
    }

    /** The claims that the last step of {@code walk} violates. */
    public List<Claim> violatedAtEnd(Walk walk) {
        return walk.length() == 0 ? List.of() : violatedBy(walk.trace().steps().get(walk.length() - 1));
    }

    /**
     * The run as a counterexample to the first claim that its last step violates; if there is none, as a run that is shown for
     * itself.
     */
    public Counterexample counterexample(Walk walk) {
        return violatedAtEnd(walk).stream()
                .findFirst()
                .map(claim -> Counterexample.of(claim, model, walk.trace()))
                .orElse(walk.run());
    }

    /**
     * The text of a trace file that {@code lastack replay} accepts.
     *
     * @param claim the id of the claim that the file names, which the last step violates; empty for the first one
     * @throws ExploreException if the last step does not violate {@code claim}
     */
    public String traceFile(Walk walk, Optional<String> claim) {
        if (claim.isEmpty()) {
            return TraceFile.text(counterexample(walk));
        }
        List<Claim> violated = violatedAtEnd(walk);
        return violated.stream()
                .filter(each -> each.id().equals(claim.get()))
                .findFirst()
                .map(each -> TraceFile.text(Counterexample.of(each, model, walk.trace())))
                .orElseThrow(() -> new ExploreException(
                        "claim: the last step does not violate '" + claim.get() + "'; it violates " + violated));
    }
}
