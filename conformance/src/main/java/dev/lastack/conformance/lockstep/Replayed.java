package dev.lastack.conformance.lockstep;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What became of a counterexample or lasso on two executables.
 *
 * @param steps of the run; those of a lasso's loop once
 * @param loop steps of the loop, if the run is a lasso
 * @param modulus of the model's sequence numbers; 2^32 stands for a space without end
 * @param divergence where the executables left the model's run, if they did
 * @param broken the executables break the claim themselves, at that modulus
 * @param needsWrap why the same segments, at 32 bits and in milliseconds, do not break it there; empty if they do
 */
public record Replayed(
        String scenario,
        String claim,
        int steps,
        OptionalInt loop,
        long modulus,
        Optional<Divergence> divergence,
        boolean broken,
        Optional<String> needsWrap) {

    /** The executables take the very steps of the model, and break the claim by what they do. */
    public boolean shown() {
        return divergence.isEmpty() && broken;
    }
}
