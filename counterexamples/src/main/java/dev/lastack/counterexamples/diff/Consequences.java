package dev.lastack.counterexamples.diff;

import dev.lastack.checker.Trace;
import dev.lastack.counterexamples.Counterexample;
import dev.lastack.counterexamples.trace.Retaken;
import dev.lastack.model.TerminationModel;
import dev.lastack.properties.claims.SafetyClaim;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which claims a run violates on its way, found by taking its steps again. */
final class Consequences {

    private Consequences() {}

    /** The first step of {@code run} that violates each claim, by the claim's id, in order of the steps. */
    static Map<String, Integer> of(Counterexample run) {
        TerminationModel model = TerminationModel.of(run.scenario(), run.variant());
        Trace trace = Retaken.of(run, model);
        Map<String, Integer> broken = new LinkedHashMap<>();
        for (int step = 1; step <= run.length(); step++) {
            for (SafetyClaim claim : SafetyClaim.values()) {
                boolean violates = claim.claim().property(model).orElseThrow().isViolatedAt(step, trace, model);
                if (violates) {
                    broken.putIfAbsent(claim.toString(), step);
                }
            }
        }
        return broken;
    }
}
