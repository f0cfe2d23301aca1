package dev.lastack.model;

import dev.lastack.checker.Expander;
import dev.lastack.checker.TransitionSystem;
import dev.lastack.scenario.Scenario;

/** The transition system of a {@link Scenario}. */
public final class TerminationModel implements TransitionSystem {

    private final Scenario scenario;

    private TerminationModel(Scenario scenario) {
        this.scenario = scenario;
    }

    public static TerminationModel of(Scenario scenario) {
        return new TerminationModel(scenario);
    }

    /** The state behind the words. */
    public StateView decode(long[] state) {
        throw new AssertionError("placeholder");
    }

    /** Takes the step {@code action} from {@code state} again and tells what happened. */
    public StepView tell(long[] state, int action) {
        throw new AssertionError("placeholder");
    }

    @Override
    public int words() {
        throw new AssertionError("placeholder: " + scenario);
    }

    @Override
    public Expander expander() {
        throw new AssertionError("placeholder");
    }

    @Override
    public String describeAction(long[] state, int action) {
        throw new AssertionError("placeholder");
    }

    @Override
    public String describeState(long[] state) {
        throw new AssertionError("placeholder");
    }
}
