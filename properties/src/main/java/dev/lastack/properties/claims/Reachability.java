package dev.lastack.properties.claims;

import dev.lastack.checker.Property;
import dev.lastack.checker.StatePredicate;
import dev.lastack.checker.liveness.ltl.StateFormula;
import dev.lastack.model.TerminationAtoms;
import dev.lastack.model.TerminationModel;
import java.util.List;
import java.util.Optional;

/**
 * Whether some run leads to a state in which a formula holds, as a claim: that none does. A run that violates it is a witness. As
 * a formula may want a segment to be absent, it is decided by the search of all states, never by one that only covers them.
 */
public final class Reachability {

    /** The id of every claim that a formula is unreachable. */
    public static final String ID = "reach";

    private static final String BEFORE = "No run reaches a state in which ";
    private static final String AFTER = " holds.";

    private Reachability() {}

    /** That no reachable state satisfies {@code formula}, which may use the {@link TerminationAtoms} of the model. */
    public static Claim unreachable(String formula) {
        return new Claim(ID, BEFORE + formula + AFTER, "the user's own", List.of(), model -> {
            StatePredicate goal = predicate(formula, model);
            return new Property.Invariant(ID, (states, offset) -> true, (states, offset) -> !goal.test(states, offset));
        });
    }

    /**
     * The predicate that {@code formula} spells.
     *
     * @throws dev.lastack.checker.liveness.ltl.FormulaSyntaxException if it spells none
     */
    public static StatePredicate predicate(String formula, TerminationModel model) {
        return StateFormula.parse(formula, new TerminationAtoms(model));
    }

    /** The formula of the claim with this id and sentence; empty if it is another claim. */
    public static Optional<String> formula(String id, String sentence) {
        return id.equals(ID) && sentence.startsWith(BEFORE) && sentence.endsWith(AFTER)
                ? Optional.of(sentence.substring(BEFORE.length(), sentence.length() - AFTER.length()))
                : Optional.empty();
    }
}
