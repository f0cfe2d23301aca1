package dev.lastack.model.lanes;

import dev.lastack.checker.Trace;
import dev.lastack.checker.lanes.LaneRun;
import dev.lastack.checker.lanes.Prompt;
import dev.lastack.model.TerminationModel;
import dev.lastack.model.decisions.Rulebook;
import dev.lastack.model.rules.Bound;
import dev.lastack.model.state.Action;
import dev.lastack.model.state.ActionKind;
import dev.lastack.model.state.InFlight;
import dev.lastack.model.state.Reduction;
import dev.lastack.model.state.ResolvedScenario;
import dev.lastack.model.steps.InitialState;
import dev.lastack.model.steps.TerminationExpander;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.knobs.Host;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Takes runs of a {@link LaneModel} in the {@link TerminationModel} of the same scenario, with the capacity that they need. */
public final class LaneRuns {

    /** The greatest capacity that a scenario can have. */
    private static final int MOST = 16;

    private final LaneModel lanes;

    public LaneRuns(LaneModel lanes) {
        this.lanes = lanes;
    }

    /**
     * A run of the model.
     *
     * @param scenario that of the run, with the least capacity in which the run can be taken
     */
    public record Taken(Scenario scenario, Trace trace) {}

    /**
     * The run with the least capacity in which it can be taken and its last step is observed with one of {@code violation}; empty
     * if even the greatest capacity a scenario can have does not suffice.
     */
    public Optional<Taken> take(LaneRun run, long violation) {
        for (int capacity = 1; capacity <= MOST; capacity++) {
            Scenario scenario = lanes.scenario().with(Map.of("capacity", Integer.toString(capacity)));
            Optional<Trace> trace = new Replay(scenario).take(run);
            if (trace.isPresent() && (observedLast(trace.get()) & violation) != 0) {
                return Optional.of(new Taken(scenario, trace.get()));
            }
        }
        return Optional.empty();
    }

    private static long observedLast(Trace trace) {
        return trace.steps().get(trace.steps().size() - 1).observations();
    }

    /** Takes the steps with one capacity: a segment that finds no room is lost, and cannot arrive. */
    private final class Replay {
        private final ResolvedScenario setting;
        private final TerminationExpander steps;
        private final long[] initial;

        Replay(Scenario scenario) {
            Rulebook rulebook = Rulebook.of(scenario, lanes.variant(), Reduction.OF_STATES);
            setting = rulebook.scenario();
            steps = new TerminationExpander(rulebook, null);
            initial = InitialState.of(setting);
        }

        Optional<Trace> take(LaneRun run) {
            List<Trace.Step> taken = new ArrayList<>();
            long[] state = initial;
            for (LaneRun.Step step : run.steps()) {
                int action = step.action();
                if (step.prompt().isPresent()) {
                    int slot = slot(state, step.prompt().get());
                    if (slot < 0) {
                        return Optional.empty();
                    }
                    action = Action.code(ActionKind.ARRIVAL, Action.ownerOf(action), slot, Action.choiceOf(action));
                }
                if (!steps.perform(state, 0, action) || steps.cut() != Bound.NONE) {
                    return Optional.empty();
                }
                state = steps.words().clone();
                taken.add(new Trace.Step(action, steps.observations(), state));
            }
            return Optional.of(new Trace(initial.clone(), taken, OptionalInt.empty()));
        }

        private int slot(long[] state, Prompt prompt) {
            int receiver = LaneModelSteps.receiverOf(prompt.token());
            InFlight direction = new InFlight(setting, setting.slots(receiver == 0 ? Host.A : Host.B));
            direction.load(state);
            long read = LaneModelSteps.segmentOf(setting.format(), prompt);
            for (int slot = 0; slot < direction.size(); slot++) {
                if (setting.format().read(direction.at(slot)) == read) {
                    return slot;
                }
            }
            return -1;
        }
    }
}
