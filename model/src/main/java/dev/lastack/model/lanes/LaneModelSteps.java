package dev.lastack.model.lanes;

import dev.lastack.checker.lanes.LaneSink;
import dev.lastack.checker.lanes.LaneStep;
import dev.lastack.checker.lanes.LaneSteps;
import dev.lastack.checker.lanes.Prompt;
import dev.lastack.model.decisions.Rulebook;
import dev.lastack.model.rules.Bound;
import dev.lastack.model.rules.Observation;
import dev.lastack.model.rules.Outcome;
import dev.lastack.model.state.Action;
import dev.lastack.model.state.ActionKind;
import dev.lastack.model.state.ResolvedScenario;
import dev.lastack.model.state.SegmentFormat;
import dev.lastack.model.state.SegmentKind;
import dev.lastack.model.steps.Enabled;
import dev.lastack.model.steps.Forgeries;
import dev.lastack.model.steps.HostRules;
import dev.lastack.model.steps.HostSteps;
import dev.lastack.model.steps.InitialState;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Generates the steps of a {@link LaneModel}: those of the hosts, whose segments go to lanes. */
final class LaneModelSteps implements LaneSteps {

    private static final int HOSTS = 2;

    private final ResolvedScenario setting;
    private final HostSteps hosts;
    private final SegmentFormat format;
    private final Forgeries forgeries;

    /** The control that is loaded, and what can happen there: most calls are about the same one as the call before. */
    private long[] loaded = new long[0];

    private Enabled enabled = Enabled.NOTHING;

    LaneModelSteps(Rulebook rulebook) {
        this.setting = rulebook.scenario();
        this.hosts = new HostRules(rulebook, null);
        this.format = setting.format();
        this.forgeries = new Forgeries(setting);
    }

    /** The name of a segment, packed at age 0, that is on its way to {@code receiver}: 0 for A, 1 for B. */
    static long token(long packed, int receiver) {
        return packed * HOSTS + receiver;
    }

    static int receiverOf(long token) {
        return (int) (token % HOSTS);
    }

    /** The segment that the receiver of a token reads. */
    static long segmentOf(SegmentFormat format, Prompt prompt) {
        long packed = prompt.token() / HOSTS;
        return format.read(packed + prompt.age());
    }

    @Override
    public long[] initial() {
        long[] words = InitialState.of(setting).clone();
        for (int i = 0; i < words.length; i++) {
            words[i] &= setting.hostBits()[i];
        }
        return words;
    }

    private void load(long[] control) {
        if (!Arrays.equals(loaded, control)) {
            loaded = control.clone();
            hosts.load(control);
            enabled = hosts.enabled();
        }
    }

    @Override
    public void unprompted(long[] control, LaneSink sink) {
        load(control);
        takeAll(enabled.userCalls(), sink);
        takeAll(enabled.crashes(), sink);
        if (enabled.forges()) {
            forge(sink);
        }
        takeAll(enabled.ticks(), sink);
        takeAll(enabled.lateCalls(), sink);
    }

    private void takeAll(int[] actions, LaneSink sink) {
        for (int action : actions) {
            take(action, 0, sink);
        }
    }

    private void forge(LaneSink sink) {
        for (int owner = 0; owner < HOSTS; owner++) {
            for (int forgery = 0; forgery < forgeries.count(); forgery++) {
                int choices = choices(forgeries.kind(forgery), owner);
                for (int choice = 0; choice < choices; choice++) {
                    int action = Action.code(ActionKind.FORGE, owner, 0, forgeries.choice(forgery, choice));
                    take(action, format.read(forgeries.segment(forgery)), sink);
                }
            }
        }
    }

    private int choices(SegmentKind kind, int owner) {
        return kind == SegmentKind.SYN ? enabled.synChoices()[owner] : 1;
    }

    @Override
    public void prompted(long[] control, Prompt prompt, LaneSink sink) {
        load(control);
        int owner = receiverOf(prompt.token());
        long arriving = segmentOf(format, prompt);
        int choices = choices(format.kind(arriving), owner);
        for (int choice = 0; choice < choices; choice++) {
            take(Action.code(ActionKind.ARRIVAL, owner, 0, choice), arriving, sink);
        }
    }

    @Override
    public int classOf(long token) {
        return format.incarnation(token / HOSTS);
    }

    private void take(int action, long arriving, LaneSink sink) {
        Outcome outcome = hosts.take(action, arriving);
        if (outcome.cut() == Bound.NONE) {
            boolean tick = Action.kindOf(action) == ActionKind.TICK;
            long sentUndrained = !tick && sends(outcome) ? Observation.UNDRAINED.bit() : 0;
            sink.step(new LaneStep(
                    action,
                    tick,
                    outcome.observations() | sentUndrained,
                    outcome.hosts(),
                    raised(outcome),
                    outcome.timeWaitsOver(),
                    outcome.timeWaitsOver().length == 0 ? 0 : Observation.UNDRAINED.bit()));
        } else {
            sink.cut(outcome.cut().index());
        }
    }

    /** Whether the step sends a segment of an incarnation whose TIME-WAIT it ends: such a segment can still arrive. */
    private boolean sends(Outcome outcome) {
        return IntStream.of(outcome.timeWaitsOver()).anyMatch(over -> {
            for (long segment : outcome.sent()) {
                if (format.incarnation(segment) == over) {
                    return true;
                }
            }
            return false;
        });
    }

    private static long[] raised(Outcome outcome) {
        long[] tokens = new long[outcome.sent().length];
        for (int i = 0; i < tokens.length; i++) {
            tokens[i] = token(outcome.sent()[i], 1 - outcome.senders()[i]);
        }
        return tokens;
    }
}
