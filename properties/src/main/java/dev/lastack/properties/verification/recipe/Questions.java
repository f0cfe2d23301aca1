package dev.lastack.properties.verification.recipe;

import dev.lastack.checker.Property;
import dev.lastack.model.TerminationModel;
import dev.lastack.model.decisions.Variant;
import dev.lastack.model.state.Reduction;
import dev.lastack.properties.claims.Claim;
import dev.lastack.scenario.Scenario;
import java.util.List;
import java.util.stream.Stream;

/** What a search of a model is asked, and what it is asked of. */
public final class Questions {

    /** Time passes from every state, or the model is wrong. */
    public static final Property NO_TIMELOCK = new Property.DeadlockFree("no timelock", (states, offset) -> false);

    private Questions() {}

    /** What {@code model} explores, in words that change with anything that changes the states. */
    public static String explored(TerminationModel model) {
        Scenario explored = model.scenario();
        // Two builds of lastack may lay the same states out differently: then they are different words.
        return "A: " + explored.a() + "\nB: " + explored.b() + "\n" + explored.environment() + "\n"
                + model.describeLayout()
                + (model.variant().equals(Variant.OF_KNOBS) ? "" : "variant: " + model.variant() + "\n")
                + (model.reductions().equals(Reduction.OF_STATES) ? "" : "reductions: " + model.reductions() + "\n");
    }

    /** What one exploration of {@code model} decides, so that {@code claims} can be. */
    public static List<Property> properties(TerminationModel model, List<Claim> claims) {
        return Stream.concat(claims.stream().flatMap(claim -> claim.property(model).stream()), Stream.of(NO_TIMELOCK))
                .toList();
    }
}
