package dev.lastack.properties.verification;

import dev.lastack.checker.Exploration;
import dev.lastack.checker.Property;
import dev.lastack.checker.Property.StepInvariant;
import dev.lastack.checker.Verdict;
import dev.lastack.model.TerminationModel;
import dev.lastack.properties.claims.Claim;

/** Whether a claim that is known to hold was ever put to the test: a search that a limit ends early may still have seen that. */
final class Tested {

    private Tested() {}

    /** A property that is violated by what puts {@code claim} to the test. */
    static Property of(Claim claim, TerminationModel model) {
        StepInvariant property = (StepInvariant) claim.property(model).orElseThrow();
        return new StepInvariant(name(claim), property.relevant(), property.relevant());
    }

    private static String name(Claim claim) {
        return claim.id() + " is put to the test";
    }

    static boolean isSeen(Claim claim, Exploration exploration) {
        return exploration.verdicts().get(name(claim)) instanceof Verdict.Violated;
    }

    /** What is said of {@code result}, of a claim that holds. */
    static ClaimResult neverSeen(ClaimResult result) {
        return result.inconclusive(
                "it holds " + result.decidedBy().reach() + ", but nothing was seen that puts it to the test");
    }
}
