package dev.lastack.properties.claims;

import dev.lastack.checker.Property;
import dev.lastack.checker.StatePredicate;
import dev.lastack.checker.Trace;
import dev.lastack.checker.liveness.property.GraphProperty;
import dev.lastack.checker.liveness.property.LassoCheck;
import dev.lastack.checker.liveness.property.LongestStay;
import dev.lastack.model.TerminationModel;
import dev.lastack.model.view.StateView;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A claim about how TCP connections end.
 *
 * @param id short and stable, for command lines and reports
 * @param sentence what is claimed, in plain words
 * @param citation where the claim comes from
 * @param assumptions what it takes for granted; empty for an unconditional claim
 * @param question how the checker decides it, for one model
 */
public record Claim(String id, String sentence, String citation, List<String> assumptions, Question question) {

    static final String WITHOUT = " without ";

    /** The name in the claim id {@code id}, then the words of the assumptions that it goes without. */
    public static List<String> parts(String id) {
        return List.of(id.split(WITHOUT, -1));
    }

    public Claim {
        assumptions = List.copyOf(assumptions);
    }

    /** A claim about states or steps. */
    public Claim(
            String id,
            String sentence,
            String citation,
            List<String> assumptions,
            Function<TerminationModel, Property> property) {
        this(id, sentence, citation, assumptions, new Question.OfSteps(property));
    }

    /** What the exploration of {@code model} decides; empty for a claim about whole runs. */
    public Optional<Property> property(TerminationModel model) {
        return question instanceof Question.OfSteps steps
                ? Optional.of(steps.property().apply(model))
                : Optional.empty();
    }

    /** What is decided on the graph of all states of {@code model}; empty for a claim about states or steps. */
    public List<GraphProperty> graphProperties(TerminationModel model) {
        return question instanceof Question.OfRuns runs ? runs.properties().apply(model) : List.of();
    }

    /** Whether {@code run} of {@code model} breaks this claim about whole runs. */
    public boolean isBrokenBy(TerminationModel model, Trace run) {
        ClaimFairness fairness = new ClaimFairness(model);
        return graphProperties(model).stream().anyMatch(property -> breaks(model, fairness, property, run));
    }

    private static boolean breaks(TerminationModel model, ClaimFairness fairness, GraphProperty property, Trace run) {
        if (property instanceof LongestStay stay && run.loopStart().isEmpty()) {
            return stay.isExceededBy(model, fairness, run);
        }
        return LassoCheck.breaks(model, fairness, property.ofRuns(), run);
    }

    /**
     * What {@code run}, a lasso of {@code model} that violates this claim about whole runs, does for ever although an
     * assumption that the claim does not make would forbid it; each is a sentence without its full stop.
     */
    public List<String> allowances(TerminationModel model, Trace run) {
        ClaimFairness fairness = new ClaimFairness(model);
        return graphProperties(model).stream()
                .map(GraphProperty::ofRuns)
                .filter(property -> LassoCheck.breaks(model, fairness, property, run))
                .findFirst()
                .map(property -> RunNotes.allowances(LassoCheck.check(model, fairness, property, run)))
                .orElse(List.of());
    }

    /**
     * The same claim without some of its assumptions; its id names those that were dropped.
     *
     * @throws IllegalArgumentException if it does not assume that
     */
    public Claim without(Collection<Assumption> dropped) {
        Claim weaker = this;
        for (Assumption each : dropped) {
            weaker = weaker.without(each);
        }
        return weaker;
    }

    private Claim without(Assumption dropped) {
        if (!assumptions.contains(dropped.title())) {
            throw new IllegalArgumentException(id + " does not assume \"" + dropped.title() + "\"");
        }
        List<String> kept = assumptions.stream()
                .filter(each -> !each.equals(dropped.title()))
                .toList();
        return new Claim(
                id + WITHOUT + dropped.word(),
                sentence,
                citation,
                kept,
                new Question.OfRuns(model -> graphProperties(model).stream()
                        .map(property -> property.without(dropped.title()))
                        .toList()));
    }

    /**
     * A user's claim: {@code holds} is true of every reachable state. Every state is decoded for it, which costs about a
     * microsecond each.
     */
    public static Claim always(String id, String sentence, Predicate<StateView> holds) {
        return new Claim(id, sentence, "the user's own", List.of(), model -> {
            int words = model.words();
            StatePredicate packed =
                    (states, offset) -> holds.test(model.decode(Arrays.copyOfRange(states, offset, offset + words)));
            return new Property.Invariant(id, (states, offset) -> true, packed);
        });
    }

    /** The id, for tables and error messages. */
    @Override
    public String toString() {
        return id;
    }
}
