package dev.lastack.model.steps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.checker.StepSink;
import dev.lastack.checker.Trace;
import dev.lastack.model.RandomScenarios;
import dev.lastack.model.TerminationModel;
import dev.lastack.model.rules.Journal;
import dev.lastack.model.rules.Observation;
import dev.lastack.model.state.Action;
import dev.lastack.model.state.ActionKind;
import dev.lastack.model.state.InFlight;
import dev.lastack.model.view.StateView;
import dev.lastack.model.view.StepView;
import dev.lastack.scenario.knobs.Host;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What must hold of every step of every scenario, whatever its knobs: tried along random walks. */
class RandomWalkTest {

    private static final int STEPS = 100;

    private static final Trace.Step CUT = new Trace.Step(-1, 0, new long[0]);

    @Provide
    Arbitrary<Map<String, String>> scenarios() {
        return RandomScenarios.knobs();
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void everyStepIsCanonicalUniqueAndCanBeToldAgain(
            @ForAll("scenarios") Map<String, String> knobs, @ForAll long seed) {
        walk(TerminationModel.of(RandomScenarios.valid(knobs)), seed);
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void soIsEveryStepWhereDurationsAreReal(
            @ForAll("scenarios") Map<String, String> knobs, @ForAll boolean gapsOfNothing, @ForAll long seed) {
        Map<String, String> measured = RandomScenarios.inSeconds(knobs, 1);
        if (gapsOfNothing) {
            measured.put("rto", "0s..2s");
        }
        walk(TerminationModel.of(RandomScenarios.valid(measured)), seed);
    }

    private static void walk(TerminationModel model, long seed) {
        TerminationExpander expander = new TerminationExpander(model.rulebook(), null);
        List<Trace.Step> initial = new ArrayList<>();
        expander.initial(into(model, initial));
        long[] state = initial.get(0).target();
        Random random = new Random(seed);
        for (int i = 0; i < STEPS; i++) {
            List<Trace.Step> steps = new ArrayList<>();
            expander.successors(state, 0, into(model, steps));
            assertTimeCanPass(model, state, steps);
            if (steps.isEmpty()) {
                return;
            }
            assertThat(steps).extracting(Trace.Step::action).isSorted().doesNotHaveDuplicates();
            Trace.Step step = steps.get(random.nextInt(steps.size()));
            assertCanonical(model, step.target());
            assertToldAgain(model, state, step);
            state = step.target();
        }
    }

    /** Time stands still only for a segment that has to arrive or a timer that has to fire first, or because a bound cut the tick. */
    private static void assertTimeCanPass(TerminationModel model, long[] state, List<Trace.Step> steps) {
        boolean passes = steps.stream().anyMatch(step -> Observation.TICK.in(step.observations()));
        boolean cut = steps.removeIf(step -> step.action() < 0);
        int msl = model.scenario().environment().msl();
        StateView view = model.decode(state);
        boolean waits = Stream.concat(view.toA().stream(), view.toB().stream())
                .anyMatch(segment -> segment.age() == msl && !segment.arrived());
        boolean fires = steps.stream().anyMatch(step -> Action.kindOf(step.action()) == ActionKind.TIMER);
        assertThat(passes || cut || waits || fires)
                .as("time passes in %s", view)
                .isTrue();
    }

    /** Nothing is remembered that means nothing, and segments lie in their order. */
    private static void assertCanonical(TerminationModel model, long[] state) {
        StateView view = model.decode(state);
        for (int word = 0; word < state.length; word++) {
            long live = model.setting()
                    .layout()
                    .liveBits(word, view.a().state(), view.b().state());
            assertThat(state[word] & ~live)
                    .as("dead bits of word %d in %s", word, view)
                    .isZero();
        }
        for (int owner = 0; owner < 2; owner++) {
            Network network = new Network(model.setting(), null);
            network.load(state, 0);
            InFlight direction = network.towards(owner);
            for (int slot = 1; slot < direction.slots(); slot++) {
                boolean ordered =
                        !model.scenario().environment().reordering() || direction.at(slot - 1) >= direction.at(slot);
                assertThat(ordered && (direction.at(slot - 1) != 0 || direction.at(slot) == 0))
                        .isTrue();
            }
        }
    }

    private static void assertToldAgain(TerminationModel model, long[] state, Trace.Step step) {
        TerminationExpander again = new TerminationExpander(model.rulebook(), new Journal());
        Action action = Action.of(step.action());
        assertThat(action.code()).isEqualTo(step.action());
        assertThat(again.perform(state, 0, step.action())).isTrue();
        assertThat(again.words()).isEqualTo(step.target());
        assertThat(again.observations()).isEqualTo(step.observations());
        StepView told = model.tell(state, step.action());
        assertThat(told.arrived().isPresent()).isEqualTo(Observation.ARRIVAL.in(step.observations()));
        assertThat(told.emitted().isEmpty()).isEqualTo(!Observation.EMISSION.in(step.observations()));
        assertThat(told.timers().isEmpty()).isEqualTo(!Observation.TIMER_FIRED.in(step.observations()));
        for (Host host : Host.values()) {
            assertThat(told.emitted())
                    .filteredOn(emission -> emission.from() == host)
                    .hasSizeLessThanOrEqualTo(InFlight.MOST_SENT_AT_ONCE);
        }
        boolean arrival = action.kind() == ActionKind.ARRIVAL || action.kind() == ActionKind.DUPLICATE;
        assertThat(told.rules().isEmpty() && arrival)
                .as("an arrival without a rule")
                .isFalse();
    }

    private static StepSink into(TerminationModel model, List<Trace.Step> steps) {
        return new StepSink() {
            @Override
            public void step(int action, long observations, long[] words, int offset) {
                long[] target = new long[model.words()];
                System.arraycopy(words, offset, target, 0, target.length);
                steps.add(new Trace.Step(action, observations, target));
            }

            @Override
            public void cut(int bound) {
                steps.add(CUT);
            }
        };
    }
}
