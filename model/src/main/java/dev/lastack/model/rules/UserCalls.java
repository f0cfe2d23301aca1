package dev.lastack.model.rules;

import static dev.lastack.tcp.TcpState.CLOSED;
import static dev.lastack.tcp.TcpState.CLOSE_WAIT;
import static dev.lastack.tcp.TcpState.ESTABLISHED;
import static dev.lastack.tcp.TcpState.FIN_WAIT_1;
import static dev.lastack.tcp.TcpState.FIN_WAIT_2;
import static dev.lastack.tcp.TcpState.LISTEN;
import static dev.lastack.tcp.TcpState.SYN_RECEIVED;
import static dev.lastack.tcp.TcpState.SYN_SENT;
import static dev.lastack.tcp.TcpState.TIME_WAIT;

import dev.lastack.model.decisions.Decisions;
import dev.lastack.model.decisions.Rule;
import dev.lastack.model.state.SegmentKind;
import dev.lastack.model.state.SharedFields;
import dev.lastack.model.state.Tcb;
import dev.lastack.model.state.TcpStates;
import dev.lastack.scenario.knobs.EndpointKnobs.CloseAs;
import dev.lastack.scenario.knobs.EndpointKnobs.Eviction;
import dev.lastack.scenario.knobs.EndpointKnobs.Open;
import dev.lastack.scenario.knobs.EndpointKnobs.Reads;
import dev.lastack.tcp.TcpState;

/** The user's calls, RFC 9293 §3.10.1 to §3.10.5: when the script lets them happen, and what they do. */
public final class UserCalls {

    private final Step step;
    private final Reactions reactions;
    private final SharedFields shared;
    private final Decisions decisions;
    private final int incarnations;
    private final boolean bothOpenActively;

    public UserCalls(Step step, Reactions reactions) {
        this.step = step;
        this.reactions = reactions;
        this.shared = step.setting().shared();
        this.decisions = step.decisions();
        this.bothOpenActively = step.setting().bounds().bothOpenActively();
        this.incarnations = step.setting().environment().incarnations();
    }

    /** An active OPEN is possible: there is no TCB, or one that may be replaced, and an incarnation left. */
    public boolean mayOpen(Tcb tcb) {
        if (tcb.knobs().user().open() == Open.LISTEN) {
            return false;
        }
        TcpState state = tcb.state();
        boolean free = (state == CLOSED && tcb.get(tcb.timers().quietLeft) == 0) || state == LISTEN;
        return (free || reuses(tcb, state))
                && (sharesIncarnation(tcb) || shared.incarnationsLeft.get(step.words()) > 0);
    }

    private boolean reuses(Tcb tcb, TcpState state) {
        return state == TIME_WAIT && decisions.reusesTimeWait(step, tcb);
    }

    /** Simultaneous OPENs share an incarnation: the peer's OPEN waits for an answer and this host has not met it. */
    private boolean sharesIncarnation(Tcb tcb) {
        Tcb peer = step.peer(tcb);
        return bothOpenActively && peer.state() == SYN_SENT && tcb.incarnation() < peer.incarnation();
    }

    /** How many initial sequence numbers an OPEN can choose from. */
    public int openChoices(Tcb tcb) {
        return tcb.state() == TIME_WAIT ? 1 : step.issChoices(tcb);
    }

    /** RFC 9293 §3.10.1. */
    public void open(Tcb tcb, int choice) {
        step.observe(Observation.USER_CALL);
        int incarnation = incarnationToOpen(tcb);
        int iss;
        if (tcb.state() == TIME_WAIT) {
            step.cite(Rule.OPEN_SHORTENS_TIME_WAIT);
            iss = tcb.sndNxt();
            step.replaceTimeWait(tcb);
        } else {
            iss = step.iss(tcb, choice);
        }
        step.cite(Rule.ACTIVE_OPEN);
        step.enter(tcb, SYN_SENT);
        step.ghosts().created(tcb, incarnation);
        tcb.sndNxt(iss);
        int number = step.take(tcb);
        step.send(tcb, SegmentKind.SYN, number, 0);
    }

    private int incarnationToOpen(Tcb tcb) {
        if (sharesIncarnation(tcb)) {
            return step.peer(tcb).incarnation();
        }
        int left = shared.incarnationsLeft.get(step.words()) - 1;
        shared.incarnationsLeft.set(step.words(), left);
        return incarnations - left;
    }

    /** The user may send an octet and the window lets it go; a SEND that waits for the window happens later instead. */
    public boolean maySend(Tcb tcb) {
        TcpState state = tcb.state();
        return (state == ESTABLISHED || (state == CLOSE_WAIT && !tcb.finPending()))
                && tcb.get(tcb.fields().octetsSent) < tcb.knobs().user().data()
                && tcb.windowOpen();
    }

    /** RFC 9293 §3.10.2. */
    public void send(Tcb tcb) {
        step.observe(Observation.USER_CALL);
        step.cite(Rule.SEND_SEGMENTIZES);
        tcb.set(tcb.fields().octetsSent, tcb.get(tcb.fields().octetsSent) + 1);
        step.ghosts().octetSent(tcb);
        int number = step.take(tcb);
        step.send(tcb, SegmentKind.TEXT, number, tcb.rcvNxt());
    }

    /** The user may CLOSE its own direction here. */
    public boolean mayClose(Tcb tcb) {
        return tcb.knobs().user().closeAs() != CloseAs.FULL && scriptLetsClose(tcb);
    }

    /** The user may close both directions here, for the first time or after its own. */
    public boolean mayCloseFully(Tcb tcb) {
        return switch (tcb.knobs().user().closeAs()) {
            case HALF -> false;
            case FULL -> scriptLetsClose(tcb);
            case EITHER -> scriptLetsClose(tcb) || closesMore(tcb);
        };
    }

    /** Closing both directions after the own one makes a difference: for text that may come, or for what is unread. */
    private static boolean closesMore(Tcb tcb) {
        return switch (tcb.state()) {
            case FIN_WAIT_1, FIN_WAIT_2 -> !tcb.closedFully();
            case CLOSE_WAIT -> tcb.finPending() && tcb.hasUnread();
            case CLOSING, LAST_ACK -> tcb.hasUnread();
            case CLOSED, LISTEN, SYN_SENT, SYN_RECEIVED, ESTABLISHED, TIME_WAIT -> false;
        };
    }

    private static boolean scriptLetsClose(Tcb tcb) {
        TcpState state = tcb.state();
        return switch (tcb.knobs().user().close()) {
            case MAY -> state == ESTABLISHED || (state == CLOSE_WAIT && !tcb.finPending());
            case EARLY ->
                state == ESTABLISHED
                        || state == SYN_SENT
                        || state == SYN_RECEIVED
                        || (state == CLOSE_WAIT && !tcb.finPending());
            case AFTER_PEER -> state == CLOSE_WAIT && !tcb.finPending();
            case NEVER -> false;
        };
    }

    /** RFC 9293 §3.10.4. */
    public void close(Tcb tcb) {
        step.observe(Observation.USER_CALL);
        TcpState state = tcb.state();
        if (state == SYN_SENT) {
            step.cite(Rule.CLOSE_DELETES);
            step.end(tcb, EndCause.CLOSE);
            return;
        }
        if (state != CLOSE_WAIT) {
            // The FIN may still have to wait, but the state changes at once. From SYN-RECEIVED this forgets whether the
            // OPEN
            // was passive, and leaves the SYN unacknowledged.
            step.enter(tcb, FIN_WAIT_1);
            tcb.set(tcb.fields().synUnacknowledged, state == SYN_RECEIVED ? 1 : 0);
        }
        reactions.sendFin(tcb);
    }

    /**
     * RFC 9293 §3.6.1 (MAY-1): the user closes both directions. Octets that it leaves unread are lost, and an RST says so
     * (SHLD-3; RFC 1122 §4.2.2.13).
     */
    public void closeFully(Tcb tcb) {
        if (tcb.hasUnread()) {
            step.observe(Observation.USER_CALL);
            step.cite(Rule.CLOSE_RESETS);
            step.send(tcb, SegmentKind.RST, tcb.sndNxt(), 0);
            step.end(tcb, EndCause.NOBODY_READS);
            return;
        }
        if (TcpStates.CLOSED_BY_USER.contains(tcb.state())) {
            step.observe(Observation.USER_CALL);
            step.cite(Rule.CLOSE_ENDS_RECEIVING);
        } else {
            close(tcb);
        }
        if (tcb.fields().closedFully.max() != 0 && tcb.fields().closedFully.liveIn(tcb.state())) {
            tcb.set(tcb.fields().closedFully, 1);
            if (tcb.state() == FIN_WAIT_2) {
                tcb.startStateTimer();
            }
        }
    }

    /** Octets wait, and the script lets the user read them. */
    public boolean mayReceive(Tcb tcb) {
        return tcb.knobs().user().reads() == Reads.MAY && tcb.hasUnread();
    }

    /** RFC 9293 §3.10.3: the user reads all that waits. */
    public void receive(Tcb tcb) {
        step.observe(Observation.USER_CALL);
        step.cite(Rule.RECEIVE_DELIVERS);
        tcb.unread(false);
    }

    /** A host whose control blocks are all in use may drop TIME-WAIT, as uIP and F-Stack do. */
    public boolean mayEvict(Tcb tcb) {
        return tcb.state() == TIME_WAIT && tcb.knobs().timeWait().eviction() == Eviction.ANY_TIME;
    }

    /** TIME-WAIT makes room for a connection that is not part of the model. */
    public void evict(Tcb tcb) {
        step.cite(Rule.TIME_WAIT_EVICTED);
        step.end(tcb, EndCause.TIME_WAIT_EVICTED);
    }

    /** RFC 9293 §3.10.5. */
    public void abort(Tcb tcb) {
        step.observe(Observation.USER_CALL);
        shared.abortsLeft.set(step.words(), shared.abortsLeft.get(step.words()) - 1);
        step.observe(Observation.ABORT);
        switch (tcb.state()) {
            case SYN_RECEIVED, ESTABLISHED, FIN_WAIT_1, FIN_WAIT_2, CLOSE_WAIT -> {
                step.cite(Rule.ABORT_RESETS);
                step.send(tcb, SegmentKind.RST, tcb.sndNxt(), 0);
            }
            // The text lets the sender of an RST enter TIME-WAIT elsewhere (§3.5.2); here it deletes the TCB.
            case CLOSED, LISTEN, SYN_SENT, CLOSING, LAST_ACK, TIME_WAIT -> step.cite(Rule.ABORT_DELETES);
        }
        step.end(tcb, EndCause.ABORT);
    }
}
