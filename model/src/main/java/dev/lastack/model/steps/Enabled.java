package dev.lastack.model.steps;

import dev.lastack.model.rules.Passage;
import dev.lastack.model.rules.Step;
import dev.lastack.model.rules.UserCalls;
import dev.lastack.model.state.Action;
import dev.lastack.model.state.ActionKind;
import dev.lastack.model.state.SharedFields;
import dev.lastack.model.state.Tcb;
import dev.lastack.scenario.knobs.Host;
import dev.lastack.tcp.TcpState;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What can happen at the hosts in a state. One step goes with every choice of the adversary.
 *
 * @param userCalls the actions that are calls of a user, or the host's own will, in their order
 * @param synChoices by owner, how many steps the arrival of a SYN has
 * @param crashes the actions by which a host crashes
 * @param forges whether forged segments may arrive
 * @param ticks the actions by which time passes
 * @param timers the actions by which a timer fires, where that is a separate step
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody, and not to be written to.
public record Enabled(int[] userCalls, int[] synChoices, int[] crashes, boolean forges, int[] ticks, int[] timers) {

    private static final int HOSTS = Host.values().length;

    private static final int[] NONE = {};

    static final Enabled NOTHING = new Enabled(NONE, new int[HOSTS], NONE, false, NONE, NONE);

    /** What can happen in the state that {@code step} has loaded. */
    static Enabled in(Step step, UserCalls userCalls, Passage passage) {
        SharedFields shared = step.setting().shared();
        boolean crashes = shared.crashesLeft.get(step.words()) > 0;
        return new Enabled(
                userCalls(step, userCalls),
                new int[] {synChoices(step, step.tcb(0)), synChoices(step, step.tcb(1))},
                crashes ? new int[] {of(ActionKind.CRASH, 0), of(ActionKind.CRASH, 1)} : NONE,
                shared.forgeriesLeft.get(step.words()) > 0,
                passage.ticks(),
                passage.timers());
    }

    private static int[] userCalls(Step step, UserCalls userCalls) {
        boolean abort = step.setting().shared().abortsLeft.get(step.words()) > 0;
        IntStream.Builder opens = IntStream.builder();
        IntStream.Builder sends = IntStream.builder();
        IntStream.Builder closes = IntStream.builder();
        IntStream.Builder aborts = IntStream.builder();
        IntStream.Builder receives = IntStream.builder();
        IntStream.Builder fullCloses = IntStream.builder();
        IntStream.Builder evictions = IntStream.builder();
        for (int owner = 0; owner < HOSTS; owner++) {
            Tcb tcb = step.tcb(owner);
            int choices = userCalls.mayOpen(tcb) ? userCalls.openChoices(tcb) : 0;
            for (int choice = 0; choice < choices; choice++) {
                opens.add(Action.code(ActionKind.OPEN, owner, 0, choice));
            }
            addIf(userCalls.maySend(tcb), ActionKind.SEND, owner, sends);
            addIf(userCalls.mayClose(tcb), ActionKind.CLOSE, owner, closes);
            addIf(abort && tcb.alive(), ActionKind.ABORT, owner, aborts);
            addIf(userCalls.mayReceive(tcb), ActionKind.RECEIVE, owner, receives);
            addIf(userCalls.mayCloseFully(tcb), ActionKind.FULL_CLOSE, owner, fullCloses);
            addIf(userCalls.mayEvict(tcb), ActionKind.EVICTION, owner, evictions);
        }
        return Stream.of(opens, sends, closes, aborts, receives, fullCloses, evictions)
                .flatMapToInt(IntStream.Builder::build)
                .toArray();
    }

    private static void addIf(boolean possible, ActionKind kind, int owner, IntStream.Builder actions) {
        if (possible) {
            actions.add(of(kind, owner));
        }
    }

    private static int of(ActionKind kind, int owner) {
        return Action.code(kind, owner, 0, 0);
    }

    /** How many initial sequence numbers there are to choose from should a SYN arrive. */
    private static int synChoices(Step step, Tcb tcb) {
        return tcb.state() == TcpState.LISTEN ? step.issChoices(tcb) : 1;
    }
}
