package dev.lastack.model.steps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.checker.StepSink;
import dev.lastack.model.RandomScenarios;
import dev.lastack.model.TerminationModel;
import dev.lastack.model.decisions.Decisions;
import dev.lastack.model.decisions.Rule;
import dev.lastack.model.decisions.Rulebook;
import dev.lastack.model.decisions.StepContext;
import dev.lastack.model.decisions.Variant;
import dev.lastack.model.decisions.VariantTest;
import dev.lastack.model.state.OwnField;
import dev.lastack.model.state.OwnFields;
import dev.lastack.model.state.OwnTimestamp;
import dev.lastack.model.state.ResolvedScenario;
import dev.lastack.model.state.Tcb;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.Scenarios;
import dev.lastack.scenario.text.ScenarioException;
import java.nio.LongBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is remembered of a step is what the rules would do: the same steps in the same order, whatever came before. */
class HostStepCacheTest {

    private static final int MOST_STATES = 4_000;
    private static final int WALKS = 4;
    private static final int STEPS = 60;

    private static final List<Map<String, String>> SMALL = List.of(
            Map.of("capacity", "1"),
            Map.of("capacity", "2", "loss", "unlimited", "duplication", "unlimited", "data", "0"),
            Map.of("capacity", "1", "loss", "1", "duplication", "1", "open", "both", "close", "may"),
            Map.of("capacity", "2", "loss", "2", "duplication", "unlimited", "reordering", "off", "abort", "1"));

    /** A step as a sink is told of it; a cut bound stands in the place of the action, and has no target. */
    private record Told(int action, long observations, List<Long> target, List<Long> sent) {}

    private static Stream<Arguments> shipped() {
        return Scenarios.variants().stream().flatMap(name -> SMALL.stream().map(knobs -> Arguments.of(name, knobs)));
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void everyStepIsWhatTheRulesDo(String name, Map<String, String> knobs) {
        Scenario scenario;
        try {
            scenario = Scenarios.variant(name).with(knobs);
        } catch (ScenarioException contradictory) {
            return;
        }
        assertSameSteps(TerminationModel.of(scenario));
    }

    @Test
    void everyStepIsWhatTheRulesDoWhereAVariantDecides() {
        Scenario scenario = Scenarios.variant("rfc9293")
                .with(Map.of("capacity", "2", "loss", "unlimited", "duplication", "unlimited", "timestamps", "on"));

        assertSameSteps(TerminationModel.of(scenario, Variant.of(VariantTest.OnceOnly.class)));
        assertSameSteps(TerminationModel.of(scenario, Variant.of(Forgetful.class)));
    }

    /** Remembers a timestamp, forgets every third kind of answer, and looks at segments where none arrives. */
    static final class Forgetful extends Decisions {
        private final OwnTimestamp last;
        private final OwnField answers;

        Forgetful(OwnFields fields) {
            last = fields.timestamp("last", 3);
            answers = fields.perConnection("answers", 2);
        }

        @Override
        public void ending(Tcb tcb) {
            last.remember(tcb);
        }

        @Override
        public boolean follows(Rule rule, StepContext step, Tcb tcb) {
            return rule != Rule.LISTEN_TAKES_SYN || last.compare(tcb, step.segment()) > 0;
        }

        @Override
        public boolean reusesTimeWait(StepContext step, Tcb tcb) {
            return step.segment().seq() % 2 == 0;
        }

        @Override
        public boolean answers(Rule rule, StepContext step, Tcb tcb) {
            if (!tcb.alive()) {
                return true;
            }
            answers.set(tcb, (answers.get(tcb) + 1) % 3);
            return answers.get(tcb) != 0;
        }
    }

    /** Whether there is room for a state, for a few or for a part of the steps of one. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 60, 500})
    void noMoreIsRememberedThanThereIsRoomFor(int most) {
        Scenario scenario = Scenarios.variant("rfc9293")
                .with(Map.of("capacity", "2", "loss", "unlimited", "duplication", "unlimited"));
        Rulebook rulebook = TerminationModel.of(scenario).rulebook();
        ResolvedScenario setting = rulebook.scenario();
        HostSteps hosts = new HostRules(rulebook, null);
        HostStepCache memory = new HostStepCache(hosts, setting.layout().words(), most);

        assertSameSteps(
                rulebook,
                new TerminationExpander(setting, memory, null),
                () -> assertThat(memory.size()).isBetween(1, most));
    }

    private static void assertSameSteps(TerminationModel model) {
        assertSameSteps(model.rulebook(), TerminationExpander.remembering(model.rulebook()), () -> {});
    }

    /** Goes through the first states of a model as a search does. */
    private static void assertSameSteps(Rulebook rulebook, TerminationExpander remembering, Runnable afterEachState) {
        TerminationExpander rules = new TerminationExpander(rulebook, null);
        Set<LongBuffer> seen = new HashSet<>();
        Queue<long[]> queue = new ArrayDeque<>();
        queue.add(InitialState.of(rulebook.scenario()));
        while (!queue.isEmpty() && seen.size() < MOST_STATES) {
            for (long[] target : assertSameSteps(rules, remembering, queue.remove())) {
                if (seen.add(LongBuffer.wrap(target))) {
                    queue.add(target);
                }
            }
            afterEachState.run();
        }
        assertThat(remembering.counters()).isEqualTo(rules.counters());
    }

    @Provide
    Arbitrary<Map<String, String>> scenarios() {
        return RandomScenarios.knobs();
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void everyStepIsWhatTheRulesDoWhateverTheKnobs(@ForAll("scenarios") Map<String, String> knobs, @ForAll long seed) {
        TerminationModel model = TerminationModel.of(RandomScenarios.valid(knobs));
        TerminationExpander rules = new TerminationExpander(model.rulebook(), null);
        TerminationExpander remembering = TerminationExpander.remembering(model.rulebook());
        Random random = new Random(seed);
        for (int walk = 0; walk < WALKS; walk++) {
            long[] state = InitialState.of(model.setting());
            for (int i = 0; i < STEPS; i++) {
                List<long[]> targets = assertSameSteps(rules, remembering, state);
                if (targets.isEmpty()) {
                    break;
                }
                state = targets.get(random.nextInt(targets.size()));
            }
        }
        assertThat(remembering.counters()).isEqualTo(rules.counters());
    }

    private static List<long[]> assertSameSteps(
            TerminationExpander rules, TerminationExpander remembering, long[] state) {
        List<Told> expected = steps(rules, state);
        assertThat(steps(remembering, state)).isEqualTo(expected);
        List<long[]> targets = new ArrayList<>();
        for (Told step : expected) {
            if (!step.target().isEmpty()) {
                targets.add(step.target().stream().mapToLong(Long::longValue).toArray());
            }
        }
        return targets;
    }

    private static List<Told> steps(TerminationExpander expander, long[] state) {
        List<Told> steps = new ArrayList<>();
        expander.successors(state, 0, new StepSink() {
            @Override
            public void step(int action, long observations, long[] words, int offset) {
                long[] target = Arrays.copyOfRange(words, offset, offset + state.length);
                steps.add(new Told(
                        action,
                        observations,
                        boxed(target),
                        boxed(expander.outcome().sent())));
            }

            @Override
            public void cut(int bound) {
                steps.add(new Told(bound, 0, List.of(), List.of()));
            }
        });
        return steps;
    }

    private static List<Long> boxed(long[] words) {
        return Arrays.stream(words).boxed().toList();
    }
}
