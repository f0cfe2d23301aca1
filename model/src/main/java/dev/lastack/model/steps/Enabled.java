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
import java.util.Arrays;
import java.util.List;

/**
 * What can happen at the hosts in a state. One step goes with every choice of the adversary.
 *
 * @param userCalls the actions that are calls of a user, in their order
 * @param synChoices by owner, how many steps the arrival of a SYN has
 * @param crashes the actions by which a host crashes
 * @param forges whether forged segments may arrive
 * @param ticks the actions by which time passes
 * @param timers the actions by which a timer fires, where that is a separate step
 * @param lateCalls what a user or a host does at will and few scenarios have, in order: its codes are the greatest of all
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody, and not to be written to.
public record Enabled(
        int[] userCalls, int[] synChoices, int[] crashes, boolean forges, int[] ticks, int[] timers, int[] lateCalls) {

    private static final int HOSTS = Host.values().length;

    private static final int[] NONE = {};

    /** The calls without a choice of the adversary, in their order. */
    private static final List<ActionKind> CALLS = List.of(ActionKind.SEND, ActionKind.CLOSE, ActionKind.ABORT);

    private static final List<ActionKind> LATE_CALLS =
            List.of(ActionKind.RECEIVE, ActionKind.FULL_CLOSE, ActionKind.EVICTION);

    public static final Enabled NOTHING = new Enabled(NONE, new int[HOSTS], NONE, false, NONE, NONE, NONE);

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
                passage.timers(),
                lateCalls(step, userCalls));
    }

    private static int[] userCalls(Step step, UserCalls userCalls) {
        Calls calls = new Calls();
        for (int owner = 0; owner < HOSTS; owner++) {
            Tcb tcb = step.tcb(owner);
            int choices = userCalls.mayOpen(tcb) ? userCalls.openChoices(tcb) : 0;
            for (int choice = 0; choice < choices; choice++) {
                calls.add(Action.code(ActionKind.OPEN, owner, 0, choice));
            }
        }
        addPossible(CALLS, step, userCalls, calls);
        return calls.all();
    }

    private static int[] lateCalls(Step step, UserCalls userCalls) {
        Calls calls = new Calls();
        addPossible(LATE_CALLS, step, userCalls, calls);
        return calls.all();
    }

    private static void addPossible(List<ActionKind> kinds, Step step, UserCalls userCalls, Calls calls) {
        for (ActionKind kind : kinds) {
            for (int owner = 0; owner < HOSTS; owner++) {
                if (isPossible(kind, step, userCalls, step.tcb(owner))) {
                    calls.add(of(kind, owner));
                }
            }
        }
    }

    private static boolean isPossible(ActionKind kind, Step step, UserCalls userCalls, Tcb tcb) {
        return switch (kind) {
            case SEND -> userCalls.maySend(tcb);
            case CLOSE -> userCalls.mayClose(tcb);
            case ABORT -> tcb.alive() && step.setting().shared().abortsLeft.get(step.words()) > 0;
            case RECEIVE -> userCalls.mayReceive(tcb);
            case FULL_CLOSE -> userCalls.mayCloseFully(tcb);
            case EVICTION -> userCalls.mayEvict(tcb);
            default -> throw new IllegalArgumentException(kind + " is no call that a host makes at will");
        };
    }

    private static int of(ActionKind kind, int owner) {
        return Action.code(kind, owner, 0, 0);
    }

    /** How many initial sequence numbers there are to choose from should a SYN arrive. */
    private static int synChoices(Step step, Tcb tcb) {
        return tcb.state() == TcpState.LISTEN ? step.issChoices(tcb) : 1;
    }

    /** Actions in the order of adding. The host rules ask for them so often that streams would show. */
    private static final class Calls {
        private int[] actions = NONE;
        private int count;

        void add(int action) {
            if (count == actions.length) {
                actions = Arrays.copyOf(actions, Math.max(4, 2 * count));
            }
            actions[count] = action;
            count++;
        }

        int[] all() {
            return Arrays.copyOf(actions, count);
        }
    }
}
