package dev.lastack.conformance.monitor;

import dev.lastack.endpoint.wire.SequenceNumbers;
import dev.lastack.properties.claims.RunClaim;
import dev.lastack.properties.claims.SafetyClaim;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.knobs.Host;
import java.util.OptionalInt;
import java.util.Set;

/** Whether a run of executables violates the same claim as the model's run, and at the same step. */
public final class Judgement {

    /**
     * What is asked of a run.
     *
     * @param claim its id
     * @param loopStart the first step of the loop, if the claim is about whole runs
     */
    public record Question(String claim, OptionalInt loopStart) {}

    private final Question question;
    private final ClaimMonitor steps;
    private final RunMonitor run;
    private boolean hidden;
    private boolean brokenByLast;
    private boolean brokenBefore;

    public Judgement(Scenario scenario, SequenceNumbers numbers, Question question) {
        this.question = question;
        this.steps = new ClaimMonitor(numbers, ClaimComparison.fullyClosing(scenario));
        this.run = new RunMonitor(steps);
    }

    public void note(Occurrence step) {
        hidden |= !step.after(Host.A).open() || !step.after(Host.B).open();
        if (hidden) {
            return;
        }
        Set<SafetyClaim> broken = steps.brokenBy(step);
        run.note(step);
        brokenBefore |= brokenByLast;
        brokenByLast = SafetyClaim.byId(question.claim()).map(broken::contains).orElse(false);
    }

    /**
     * A safety claim must be violated by the last step and by no earlier one, because the run is a shortest one. Stacks that
     * hide their state only have to take the steps.
     */
    public boolean broken() {
        if (hidden) {
            return true;
        }
        return RunClaim.byId(question.claim())
                .map(claim -> run.violates(claim, question.loopStart().orElseThrow()))
                .orElse(brokenByLast && !brokenBefore);
    }
}
