package dev.lastack.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.checker.StepSink;
import dev.lastack.checker.Trace;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.ScenarioException;
import dev.lastack.scenario.Scenarios;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What must hold of every step of every scenario, whatever its knobs: tried along random walks. */
class RandomWalkTest {

    private static final int STEPS = 100;

    private static final Trace.Step CUT = new Trace.Step(-1, 0, new long[0]);

    private static final Map<String, List<String>> KNOBS = knobs();

    private static Map<String, List<String>> knobs() {
        Map<String, List<String>> knobs = new LinkedHashMap<>();
        knobs.put("time-wait", List.of("0", "1", "2", "5"));
        knobs.put("time-wait.restart", List.of("never", "on-fin", "on-any-fin", "on-out-of-window", "on-answer"));
        knobs.put("time-wait.rst", List.of("as-elsewhere", "in-window", "exact", "ignore"));
        knobs.put(
                "B.time-wait.syn",
                List.of(
                        "challenge",
                        "drop",
                        "reset",
                        "reopen-if-newer-seq",
                        "reopen-beyond-window",
                        "reopen-if-newer-timestamp"));
        knobs.put("time-wait.bare-ack", List.of("silent", "answer"));
        knobs.put("time-wait.reuse-after", List.of("off", "0", "1"));
        knobs.put("time-wait.reuse-needs", List.of("nothing", "timestamps"));
        knobs.put("isn", List.of("monotonic", "monotonic", "constant", "random", "clock(2)"));
        knobs.put("timestamps", List.of("off", "on"));
        knobs.put("rst-check", List.of("in-window", "exact"));
        knobs.put("ack-check", List.of("rfc9293", "rfc5961"));
        knobs.put("challenge-limit", List.of("off", "1 per 2"));
        knobs.put("reassembly", List.of("off", "on"));
        knobs.put("rto", List.of("1", "2", "1..3"));
        knobs.put("rto.backoff", List.of("none", "exponential(4)"));
        knobs.put("retransmissions", List.of("unlimited", "0", "2"));
        knobs.put("fin-wait-2-timeout", List.of("off", "2"));
        knobs.put("fin-wait-2.rst", List.of("as-elsewhere", "ignore"));
        knobs.put("keep-alive", List.of("off", "1", "2"));
        knobs.put("quiet-time", List.of("0", "2"));
        knobs.put("crash-clock", List.of("survives", "reset"));
        knobs.put("silent-reset", List.of("yes", "no"));
        knobs.put("window", List.of("1", "2", "3"));
        knobs.put("data", List.of("0", "1", "3"));
        knobs.put("close", List.of("may", "early", "after-peer", "never"));
        knobs.put("A.open", List.of("active", "both"));
        knobs.put("B.open", List.of("listen", "both", "active"));
        knobs.put("msl", List.of("1", "2"));
        knobs.put("loss", List.of("none", "2", "unlimited"));
        knobs.put("duplication", List.of("none", "2", "unlimited"));
        knobs.put("reordering", List.of("on", "off"));
        knobs.put("capacity", List.of("1", "2", "4"));
        knobs.put("sequence-space", List.of("unbounded", "unbounded", "8", "16"));
        knobs.put("incarnations", List.of("1", "2", "3"));
        knobs.put("abort", List.of("0", "1"));
        knobs.put("crash", List.of("0", "2"));
        knobs.put("forge", List.of("0", "0", "0", "0", "1"));
        knobs.put("start", List.of("established", "closed"));
        return knobs;
    }

    @Provide
    Arbitrary<Map<String, String>> scenarios() {
        List<Arbitrary<String>> values = new ArrayList<>();
        KNOBS.values().forEach(list -> values.add(Arbitraries.of(list)));
        return Combinators.combine(values).as(chosen -> {
            Map<String, String> knobs = new LinkedHashMap<>();
            int i = 0;
            for (String name : KNOBS.keySet()) {
                knobs.put(name, chosen.get(i++));
            }
            return knobs;
        });
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void everyStepIsCanonicalUniqueAndCanBeToldAgain(
            @ForAll("scenarios") Map<String, String> knobs, @ForAll long seed) {
        TerminationModel model = TerminationModel.of(valid(knobs));
        TerminationExpander expander = new TerminationExpander(model.setting(), null);
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

    /** Time stands still only for a segment that has to arrive first, or because a bound cut the tick. */
    private static void assertTimeCanPass(TerminationModel model, long[] state, List<Trace.Step> steps) {
        boolean passes = steps.stream().anyMatch(step -> Observation.TICK.in(step.observations()));
        boolean cut = steps.removeIf(step -> step.action() < 0);
        int msl = model.scenario().environment().msl();
        StateView view = model.decode(state);
        boolean waits = Stream.concat(view.toA().stream(), view.toB().stream())
                .anyMatch(segment -> segment.age() == msl && !segment.arrived());
        assertThat(passes || cut || waits).as("time passes in %s", view).isTrue();
    }

    private static Scenario valid(Map<String, String> knobs) {
        Optional<Scenario> scenario = Optional.empty();
        try {
            scenario = Optional.of(Scenarios.of(knobs));
        } catch (ScenarioException e) {
            Assume.that(false);
        }
        return scenario.orElseThrow();
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
            Step step = new Step(model.setting(), null);
            step.load(state, 0);
            InFlight direction = step.network().towards(owner);
            for (int slot = 1; slot < direction.slots(); slot++) {
                boolean ordered =
                        !model.scenario().environment().reordering() || direction.at(slot - 1) >= direction.at(slot);
                assertThat(ordered && (direction.at(slot - 1) != 0 || direction.at(slot) == 0))
                        .isTrue();
            }
        }
    }

    private static void assertToldAgain(TerminationModel model, long[] state, Trace.Step step) {
        TerminationExpander again = new TerminationExpander(model.setting(), new Journal());
        Action action = Action.of(step.action());
        assertThat(action.code()).isEqualTo(step.action());
        assertThat(again.perform(state, 0, step.action())).isTrue();
        assertThat(again.step().words()).isEqualTo(step.target());
        assertThat(again.step().observations()).isEqualTo(step.observations());
        StepView told = model.tell(state, step.action());
        assertThat(told.arrived().isPresent()).isEqualTo(Observation.ARRIVAL.in(step.observations()));
        assertThat(told.emitted().isEmpty()).isEqualTo(!Observation.EMISSION.in(step.observations()));
        assertThat(told.timers().isEmpty()).isEqualTo(!Observation.TIMER_FIRED.in(step.observations()));
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
