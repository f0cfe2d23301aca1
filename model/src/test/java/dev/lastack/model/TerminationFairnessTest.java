package dev.lastack.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.checker.StepSink;
import dev.lastack.checker.liveness.property.Fairness;
import dev.lastack.model.state.Tcb;
import dev.lastack.model.state.Timer;
import dev.lastack.model.steps.InitialState;
import dev.lastack.model.steps.TerminationExpander;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.Scenarios;
import dev.lastack.scenario.knobs.Host;
import dev.lastack.scenario.text.ScenarioException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** One observer sees one state after the other, and says of each what is armed in it. */
class TerminationFairnessTest {

    private static final int STEPS = 100;

    @Provide
    Arbitrary<Map<String, String>> scenarios() {
        return RandomScenarios.knobs();
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void everyArmedTimerAsksForTicks(@ForAll("scenarios") Map<String, String> knobs, @ForAll long seed) {
        TerminationModel model = TerminationModel.of(valid(knobs));
        TerminationExpander expander = new TerminationExpander(model.rulebook(), null);
        TerminationFairness fairness = new TerminationFairness(model);
        Enabled enabled = new Enabled(fairness);
        Fairness.Observer observer = fairness.observer(expander, enabled);
        long[] state = InitialState.of(model.setting());
        Random random = new Random(seed);
        for (int i = 0; i < STEPS; i++) {
            enabled.timers.clear();
            observer.state(state, 0);
            assertThat(enabled.timers).as(model.describeState(state)).isEqualTo(armed(model, state));
            List<long[]> targets = targets(expander, state);
            if (targets.isEmpty()) {
                return;
            }
            state = targets.get(random.nextInt(targets.size()));
        }
    }

    private static Set<String> armed(TerminationModel model, long[] state) {
        Set<String> armed = new TreeSet<>();
        for (Host host : Host.values()) {
            Tcb tcb = new Tcb(host, model.setting(), state);
            for (int timer = 0; timer < Timer.count(); timer++) {
                if (Timer.of(timer).isArmed(tcb)) {
                    armed.add("the " + Timer.of(timer).title() + " timer of " + host
                            + " is armed for ever and never fires");
                }
            }
        }
        return armed;
    }

    private static List<long[]> targets(TerminationExpander expander, long[] state) {
        List<long[]> targets = new ArrayList<>();
        expander.successors(state, 0, new StepSink() {
            @Override
            public void step(int action, long observations, long[] words, int offset) {
                targets.add(Arrays.copyOfRange(words, offset, offset + state.length));
            }

            @Override
            public void cut(int bound) {}
        });
        return targets;
    }

    private static Scenario valid(Map<String, String> knobs) {
        try {
            return Scenarios.of(knobs);
        } catch (ScenarioException e) {
            Assume.that(false);
            throw e;
        }
    }

    /** What runs that break the timers' conditions would do, by the conditions that are enabled. */
    private static final class Enabled implements Fairness.Marks {
        private final Fairness fairness;
        private final Set<String> timers = new TreeSet<>();

        Enabled(Fairness fairness) {
            this.fairness = fairness;
        }

        @Override
        public void enabled(long condition) {
            if (fairness.assumption(condition).equals(TerminationFairness.TIMERS)) {
                timers.add(fairness.breach(condition));
            }
        }

        @Override
        public void requested(long condition) {}

        @Override
        public void served(long condition) {}
    }
}
