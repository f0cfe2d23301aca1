package dev.lastack.properties.simulation;

import dev.lastack.checker.Trace;
import dev.lastack.properties.claims.Claim;
import java.util.Optional;

/**
 * What random runs showed of a claim.
 *
 * @param tested how many runs put it to the test
 * @param violated how many runs violated it
 * @param shortest of the runs that violated it, the one in which that took the fewest steps, up to the violation
 */
public record ClaimTally(Claim claim, int tested, int violated, Optional<Trace> shortest) {

    static ClaimTally none(Claim claim) {
        return new ClaimTally(claim, 0, 0, Optional.empty());
    }

    /** With one more run, of which {@code violation} is the part up to the first violation. */
    ClaimTally with(boolean put, Optional<Trace> violation) {
        boolean shorter = violation.isPresent()
                && (shortest.isEmpty()
                        || violation.get().steps().size()
                                < shortest.get().steps().size());
        return new ClaimTally(
                claim,
                tested + (put ? 1 : 0),
                violated + (violation.isPresent() ? 1 : 0),
                shorter ? violation : shortest);
    }
}
