package dev.lastack.checker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.checker.search.Explorer;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What violates a property is defined once: the search finds what the property calls a violation. */
class PropertyTest {

    /** Two counters from 0 to 3; a step shows which of them it counts. */
    private static final TinySystem COUNTERS = TinySystem.counters(2, 3);

    private static final StatePredicate ALWAYS = (states, offset) -> true;
    private static final StatePredicate NEVER = (states, offset) -> false;

    private static Trace found(TransitionSystem system, Property property) {
        Exploration seen = new Explorer(system, List.of(property), Limits.none(), Progress.NONE).run();
        assertThat(seen.verdicts().get(property.name())).isInstanceOf(Verdict.Violated.class);
        return ((Verdict.Violated) Objects.requireNonNull(seen.verdicts().get(property.name()))).trace();
    }

    private static void assertThatTheSearchFindsIt(TransitionSystem system, Property property, int steps) {
        Trace run = found(system, property);
        assertThat(run.steps()).hasSize(steps);
        assertThat(property.firstViolation(run, system)).hasValue(steps);
    }

    @Test
    void aStateViolatesAnInvariantOnlyIfItIsRelevant() {
        StatePredicate late = (states, offset) -> states[offset] == 2;
        assertThatTheSearchFindsIt(COUNTERS, new Property.Invariant("late", late, NEVER), 2);
        assertThatTheSearchFindsIt(COUNTERS, new Property.Invariant("at once", ALWAYS, NEVER), 0);
    }

    @Test
    void aStepViolatesAStepInvariantAndNoStateDoes() {
        assertThatTheSearchFindsIt(COUNTERS, new Property.StepInvariant("steps", 3, 2), 1);
    }

    @Test
    void onlyAStateWithoutStepsIsADeadlock() {
        assertThatTheSearchFindsIt(COUNTERS, new Property.DeadlockFree("deadlock", NEVER), 6);
    }

    @Test
    void aStateThatLostItsStepsToABoundIsNoDeadlock() {
        TinySystem cut = TinySystem.of((state, sink) -> sink.cut(0), 0);
        Trace run = new Trace(new long[] {0}, List.of(), OptionalInt.empty());
        assertThat(new Property.DeadlockFree("deadlock", NEVER).firstViolation(run, cut))
                .isEmpty();
    }

    @Test
    void aTerminalStateIsNoDeadlock() {
        Trace run = found(COUNTERS, new Property.DeadlockFree("deadlock", NEVER));
        assertThat(new Property.DeadlockFree("deadlock", ALWAYS).firstViolation(run, COUNTERS))
                .isEmpty();
    }

    @Test
    void noRunViolatesReachability() {
        Trace run = found(COUNTERS, new Property.Invariant("at once", ALWAYS, NEVER));
        assertThat(new Property.Reachable("witness", ALWAYS).firstViolation(run, COUNTERS))
                .isEmpty();
    }

    @Test
    void theFirstOfSeveralViolationsCounts() {
        Trace run = found(COUNTERS, new Property.DeadlockFree("deadlock", NEVER));
        StatePredicate early = (states, offset) -> states[offset] + states[offset + 1] < 2;
        assertThat(new Property.Invariant("early", ALWAYS, early).firstViolation(run, COUNTERS))
                .hasValue(2);
    }
}
