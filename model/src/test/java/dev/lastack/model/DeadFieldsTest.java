package dev.lastack.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.checker.StepSink;
import dev.lastack.checker.Trace;
import dev.lastack.model.decisions.Variant;
import dev.lastack.model.state.Action;
import dev.lastack.model.state.Reduction;
import dev.lastack.model.steps.InitialState;
import dev.lastack.scenario.Scenario;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What {@link Reduction#DEAD_VARIABLES} and {@link Reduction#GHOSTS} clear makes no difference to any step. */
class DeadFieldsTest {

    private static final int STEPS = 150;

    @Provide
    Arbitrary<Map<String, String>> scenarios() {
        return RandomScenarios.knobs();
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void stepsAreTheSameWhateverDeadFieldsHold(@ForAll("scenarios") Map<String, String> knobs, @ForAll long seed) {
        Scenario scenario = RandomScenarios.valid(knobs);
        TerminationModel clearing = TerminationModel.of(scenario);
        TerminationModel lasting = TerminationModel.of(scenario, Variant.OF_KNOBS, Set.of());
        long[] cleared = InitialState.of(clearing.setting());
        long[] kept = InitialState.of(lasting.setting());
        Random random = new Random(seed);
        for (int i = 0; i < STEPS; i++) {
            assertThat(lasting.decode(kept)).isEqualTo(clearing.decode(cleared));
            List<Trace.Step> steps = steps(clearing, cleared);
            List<Trace.Step> same = steps(lasting, kept);
            assertThat(labels(same)).isEqualTo(labels(steps));
            if (steps.isEmpty()) {
                return;
            }
            int chosen = random.nextInt(steps.size());
            cleared = steps.get(chosen).target();
            kept = same.get(chosen).target();
        }
    }

    private static List<String> labels(List<Trace.Step> steps) {
        return steps.stream()
                .map(step -> Action.of(step.action()) + " " + step.observations())
                .toList();
    }

    private static List<Trace.Step> steps(TerminationModel model, long[] state) {
        List<Trace.Step> steps = new ArrayList<>();
        model.expander().successors(state, 0, new StepSink() {
            @Override
            public void step(int action, long observations, long[] words, int offset) {
                steps.add(new Trace.Step(
                        action, observations, Arrays.copyOfRange(words, offset, offset + model.words())));
            }

            @Override
            public void cut(int bound) {}
        });
        return steps;
    }
}
