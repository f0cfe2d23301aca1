package dev.lastack.model.zones;

import dev.lastack.checker.Steps;
import dev.lastack.checker.Trace;
import dev.lastack.checker.zones.Edge;
import dev.lastack.checker.zones.TimedRun;
import dev.lastack.model.TerminationModel;
import dev.lastack.model.state.Action;
import dev.lastack.model.state.ActionKind;
import dev.lastack.model.view.SegmentView;
import dev.lastack.model.view.StateView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Follows a run of zones tick by tick through the model in ticks, in which it can then be replayed, told and drawn. */
public final class RunInTicks {

    private static final int TICK = Action.code(ActionKind.TICK, 0, 0, 0);

    private final TerminationModel control;
    private final TimedRun run;
    private final TerminationModel model;
    private final Steps possible;
    private final long ticksPerPart;
    private final List<Trace.Step> steps = new ArrayList<>();
    private long[] state;
    private long now;

    /** For each clock of the present location, the tick at which it started. */
    private long[] births;

    private RunInTicks(ZoneModel zones, TimedRun run, TerminationModel model, long ticksPerPart) {
        this.control = zones.control();
        this.run = run;
        this.model = model;
        this.possible = new Steps(model);
        this.ticksPerPart = ticksPerPart;
        this.state = possible.initial().get(0);
        this.births = new long[run.path().locations().get(0).clocks()];
    }

    /**
     * The run in {@code model}, in which every duration is {@code ticksPerPart * run.parts()} times as many ticks as it is units;
     * empty if the model does not have it. Timers are steps there.
     */
    public static Optional<Trace> of(ZoneModel zones, TimedRun run, TerminationModel model, long ticksPerPart) {
        if (!model.setting().order().timersAreSteps()) {
            throw new IllegalArgumentException("a run of zones is not one of a model whose timers fire in ticks");
        }
        RunInTicks follower = new RunInTicks(zones, run, model, ticksPerPart);
        long[] initial = follower.state;
        return follower.follow()
                ? Optional.of(new Trace(initial, follower.steps, OptionalInt.empty()))
                : Optional.empty();
    }

    private boolean follow() {
        for (int i = 0; i < run.times().length; i++) {
            for (; now < run.times()[i] * ticksPerPart; now++) {
                if (!take(TICK)) {
                    return false;
                }
            }
            Edge edge = run.path().edges().get(i);
            OptionalInt action =
                    action(control.decode(run.path().locations().get(i).words()), edge.action());
            boolean taken = action.isPresent() && take(action.getAsInt());
            // A segment of age MSL leaves in a step of its own only where it makes room; else the next tick takes it.
            if (!taken && Action.kindOf(edge.action()) != ActionKind.LEAVE) {
                return false;
            }
            births = bornBy(edge);
        }
        return true;
    }

    private boolean take(int action) {
        Optional<Trace.Step> step = possible.from(state, action);
        step.ifPresent(taken -> {
            steps.add(taken);
            state = taken.target();
        });
        return step.isPresent();
    }

    private long[] bornBy(Edge edge) {
        long[] born = new long[edge.origins().length];
        for (int i = 0; i < born.length; i++) {
            born[i] = edge.origins()[i] == 0 ? now : births[edge.origins()[i] - 1];
        }
        return born;
    }

    /** The same action here, where segments of other ages may lie in other slots. */
    private OptionalInt action(StateView before, int action) {
        Action wanted = Action.of(action);
        boolean ofSegment = wanted.kind() == ActionKind.ARRIVAL || wanted.kind() == ActionKind.LEAVE;
        if (!ofSegment) {
            return OptionalInt.of(action);
        }
        SegmentView segment = before.inFlightTo(wanted.host()).get(wanted.slot());
        boolean towardsA = wanted.host().index() == 0;
        int clock = wanted.slot() + (towardsA ? 0 : before.toA().size());
        List<SegmentView> here = model.decode(state).inFlightTo(wanted.host());
        for (int slot = 0; slot < here.size(); slot++) {
            if (isSame(here.get(slot), segment) && here.get(slot).age() == now - births[clock]) {
                return OptionalInt.of(Action.code(wanted.kind(), wanted.host().index(), slot, wanted.choice()));
            }
        }
        return OptionalInt.empty();
    }

    private static boolean isSame(SegmentView one, SegmentView other) {
        return one.header().equals(other.header()) && one.incarnation() == other.incarnation();
    }
}
