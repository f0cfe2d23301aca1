package dev.lastack.model.steps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.checker.StepSink;
import dev.lastack.model.RandomScenarios;
import dev.lastack.model.TerminationModel;
import dev.lastack.model.decisions.Variant;
import dev.lastack.model.state.Reduction;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.Scenarios;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Where the hosts have equal knobs, exchanging them maps the steps of a state to those of its mirror image. */
class MirrorTest {

    private static final int STEPS = 60;

    private record Taken(long observations, List<Long> target) {}

    @Provide
    Arbitrary<Map<String, String>> scenarios() {
        return RandomScenarios.knobs()
                .flatMap(knobs -> Arbitraries.of("active", "listen", "both").map(open -> {
                    Map<String, String> equal = new HashMap<>(knobs);
                    String syn = String.valueOf(equal.remove("B.time-wait.syn"));
                    equal.put("time-wait.syn", syn);
                    equal.remove("A.open");
                    equal.remove("B.open");
                    equal.put("open", open);
                    return equal;
                }));
    }

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void exchangingTheHostsMapsStepsToSteps(@ForAll("scenarios") Map<String, String> knobs, @ForAll long seed) {
        TerminationModel model = TerminationModel.of(RandomScenarios.valid(knobs));
        assertThat(model.variant().treatsHostsAlike(model.scenario())).isTrue();
        Mirror mirror = new Mirror(model.setting().layout());
        long[] state = InitialState.of(model.setting());
        Random random = new Random(seed);
        for (int i = 0; i < STEPS; i++) {
            long[] image = image(mirror, state);
            assertThat(image(mirror, image)).isEqualTo(state);
            Map<Integer, Taken> steps = steps(model, state);
            Map<Integer, Taken> reflected = new HashMap<>();
            steps.forEach((action, taken) -> reflected.put(
                    Mirror.reflect(action), new Taken(taken.observations(), boxed(image(mirror, words(taken))))));
            assertThat(steps(model, image)).isEqualTo(reflected);
            if (steps.isEmpty()) {
                return;
            }
            List<Taken> all = new ArrayList<>(steps.values());
            state = words(all.get(random.nextInt(all.size())));
        }
    }

    @Test
    void livenessIsToldOfSymmetryWhereItHasEffect() {
        Scenario equal = Scenarios.of(Map.of("open", "both", "close", "may"));
        Scenario unequal = Scenarios.of(Map.of("A.open", "active", "B.open", "listen"));

        assertThat(TerminationModel.of(equal, Variant.OF_KNOBS, Reduction.ALL).reductionsForSafetyOnly())
                .containsExactly("symmetry");
        assertThat(TerminationModel.of(equal).reductionsForSafetyOnly()).isEmpty();
        assertThat(TerminationModel.of(unequal, Variant.OF_KNOBS, Reduction.ALL).reductionsForSafetyOnly())
                .isEmpty();
    }

    private static long[] image(Mirror mirror, long[] state) {
        long[] image = new long[state.length];
        mirror.reflect(state, 0, image);
        return image;
    }

    private static long[] words(Taken taken) {
        return taken.target().stream().mapToLong(Long::longValue).toArray();
    }

    private static List<Long> boxed(long[] words) {
        return Arrays.stream(words).boxed().toList();
    }

    private static Map<Integer, Taken> steps(TerminationModel model, long[] state) {
        Map<Integer, Taken> steps = new HashMap<>();
        model.expander().successors(state, 0, new StepSink() {
            @Override
            public void step(int action, long observations, long[] words, int offset) {
                steps.put(
                        action,
                        new Taken(observations, boxed(Arrays.copyOfRange(words, offset, offset + model.words()))));
            }

            @Override
            public void cut(int bound) {}
        });
        return steps;
    }
}
