package dev.lastack.properties.claims;

import dev.lastack.checker.liveness.property.LivenessProperty;
import dev.lastack.model.TerminationAtoms;
import java.util.List;
import java.util.stream.Stream;

/** Claims about whole runs: those of the catalogue, and formulas. */
public final class LivenessClaims {

    private static final List<Claim> ALL =
            Stream.of(RunClaim.values()).map(RunClaim::claim).toList();

    private LivenessClaims() {}

    /** All of the catalogue, in the order in which reports list them. */
    public static List<Claim> all() {
        return ALL;
    }

    /**
     * A user's claim: {@code formula} is true of every fair run. It is parsed when the claim is checked on a model, and may
     * use the {@link TerminationAtoms} of that model.
     */
    public static Claim ltl(String id, String formula) {
        return new Claim(
                id,
                formula,
                "the user's own",
                RunProperties.titles(),
                new Question.OfRuns(model -> List.of(RunProperties.assuming(
                        LivenessProperty.ltl(id, formula, new TerminationAtoms(model)), model))));
    }
}
