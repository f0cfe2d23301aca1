package dev.lastack.conformance.monitor;

import dev.lastack.conformance.event.AbstractSegment;
import dev.lastack.endpoint.wire.SequenceNumbers;
import dev.lastack.model.view.StepView.Kind;
import dev.lastack.properties.claims.SafetyClaim;
import dev.lastack.scenario.knobs.Host;
import dev.lastack.tcp.ControlBits;
import dev.lastack.tcp.RfcEdges;
import dev.lastack.tcp.TcpState;
import dev.lastack.tcp.UserSignal;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Checks the safety claims on a pair of executables, by what their users receive, what they send and what they show; it does not
 * use the model. The network that carries a segment knows which incarnation sent it, and an octet of text carries its
 * incarnation.
 */
final class ClaimMonitor {

    /** A connection may come to its new state by way of others: an ACK with a FIN, and a listener that listens again. */
    private static final int MOST_EDGES_IN_A_STEP = 3;

    private final SequenceNumbers numbers;
    private final Map<Host, EndHistory> histories = new EnumMap<>(Host.class);
    private final Set<Host> fullyClosing;
    private boolean disturbed;

    /** {@code fullyClosing}: those who have something to send, and may close both directions. */
    ClaimMonitor(SequenceNumbers numbers, Set<Host> fullyClosing) {
        this.numbers = numbers;
        this.fullyClosing = fullyClosing;
        for (Host host : Host.values()) {
            histories.put(host, new EndHistory(host, numbers));
        }
    }

    /** What one end has done so far. */
    EndHistory history(Host host) {
        EndHistory history = histories.get(host);
        if (history == null) {
            throw new AssertionError("no history of " + host);
        }
        return history;
    }

    /** The claims that {@code step}, the next of the run, breaks. */
    Set<SafetyClaim> brokenBy(Occurrence step) {
        histories.values().forEach(history -> history.note(step));
        disturbed |= step.is(Kind.ABORT)
                || step.is(Kind.CRASH)
                || step.effect().told(Host.A, UserSignal.ABORTED)
                || step.effect().told(Host.B, UserSignal.ABORTED);
        Set<SafetyClaim> broken = EnumSet.noneOf(SafetyClaim.class);
        for (SafetyClaim claim : SafetyClaim.values()) {
            if (breaks(claim, step, Host.A) || breaks(claim, step, Host.B)) {
                broken.add(claim);
            }
        }
        return broken;
    }

    private boolean breaks(SafetyClaim claim, Occurrence step, Host host) {
        return switch (claim) {
            case NO_OLD_FIN -> oldFin(step, host);
            case NO_OLD_DATA -> oldData(step, host);
            case NO_OLD_ACK -> oldAck(step, host);
            case NO_OLD_HANDSHAKE -> oldHandshake(step, host);
            case NO_REPLAY -> history(host).replayed();
            case NO_OLD_RST -> oldReset(step, host);
            case TIME_WAIT_KEPT -> timeWaitCutShort(step, host);
            case DRAINED -> undrained(step, host);
            case LAST_ACK_CLEAN -> lastAckUnclean(step, host);
            case GRACEFUL -> bothClosedAndReset(step, host);
            case NO_TRUNCATION -> truncated(step, host);
            case RESPONSE_DELIVERED -> responseLost(step, host);
            case AGREEMENT -> disagreement(step, host);
            case RFC_EDGES -> againstRfc(step, host);
        };
    }

    /** The user comes to the end of the stream by the FIN of another connection. */
    private boolean oldFin(Occurrence step, Host host) {
        Optional<AbstractSegment> fin = step.effect().told(host, UserSignal.CLOSING)
                ? history(host).finTaken(step)
                : Optional.<AbstractSegment>empty();
        return fin.isPresent() && fin.get().incarnation() != step.after(host).incarnation();
    }

    /** The user receives an octet that was sent in another connection. */
    private boolean oldData(Occurrence step, Host host) {
        if (step.arrivedAt(host)) {
            for (byte tag : step.effect().delivered()) {
                if (tag != step.after(host).incarnation()) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean oldAck(Occurrence step, Host host) {
        Look before = step.before(host);
        if (!step.oldAt(host) || !before.alive() || step.began(host)) {
            return false;
        }
        long until;
        if (step.after(host).alive()) {
            until = step.after(host).acknowledged();
        } else if (step.endedByAcknowledgment(host)) {
            until = before.variables().orElseThrow().sndNxt();
        } else {
            return false;
        }
        return until != before.acknowledged() && !history(host).isJustBehindSyn(until);
    }

    private boolean oldHandshake(Occurrence step, Host host) {
        return step.oldAt(host) && step.effect().told(host, UserSignal.OPENED);
    }

    private boolean oldReset(Occurrence step, Host host) {
        return step.oldAt(host)
                && step.segment().has(ControlBits.RST)
                && step.ended(host)
                && !step.before(host).in(TcpState.TIME_WAIT);
    }

    private boolean timeWaitCutShort(Occurrence step, Host host) {
        return step.before(host).in(TcpState.TIME_WAIT)
                && step.ended(host)
                && !byTimer(step)
                && !step.endedByOwnUser(host);
    }

    private static boolean byTimer(Occurrence step) {
        return step.is(Kind.TICK) || step.is(Kind.TIMER);
    }

    /** The end of TIME-WAIT, or of the connection where TIME-WAIT is skipped, leaves something of it behind. */
    private boolean undrained(Occurrence step, Host host) {
        Look before = step.before(host);
        boolean over = step.ended(host) && byTimer(step) && before.in(TcpState.TIME_WAIT);
        boolean skipped = step.endedByAcknowledgment(host) && !before.in(TcpState.LAST_ACK);
        // Ranked before the other timers of the instant: a peer that they remove in it was still there.
        Look peer = step.before(host.peer());
        boolean peerHasIt = peer.alive() && !peer.in(TcpState.TIME_WAIT) && peer.incarnation() == before.incarnation();
        return (over || skipped) && (peerHasIt || step.inFlight().contains(before.incarnation()));
    }

    private boolean lastAckUnclean(Occurrence step, Host host) {
        Look before = step.before(host);
        if (!before.in(TcpState.LAST_ACK) || !step.ended(host) || step.endedByOwnUser(host)) {
            return false;
        }
        boolean acknowledged = step.endedByAcknowledgment(host)
                && step.segment().ack() == before.variables().orElseThrow().sndNxt();
        return !acknowledged;
    }

    private boolean bothClosedAndReset(Occurrence step, Host host) {
        int incarnation = step.before(host).incarnation();
        return step.arrivedAt(host, ControlBits.RST)
                && step.ended(host)
                && step.before(host.peer()).incarnation() == incarnation
                && !disturbed
                && history(host).finished(incarnation)
                && history(host.peer()).finished(incarnation);
    }

    /** All seems to have gone well, and an octet is missing. */
    private boolean truncated(Occurrence step, Host host) {
        EndHistory own = history(host);
        EndHistory peer = history(host.peer());
        int ended = step.before(host).incarnation();
        boolean toldOfFailure = step.effect().told(host, UserSignal.RESET)
                || step.effect().told(host, UserSignal.REFUSED)
                || step.effect().told(host, UserSignal.ABORTED);
        // In FIN-WAIT-2 the user has been told; from CLOSING all is sure only when TIME-WAIT is over.
        boolean closeReturnsOk = step.effect().told(host, UserSignal.CLOSED)
                && !step.before(host).in(TcpState.CLOSING);
        boolean closedNormally = closeReturnsOk
                || (step.ended(host)
                        && own.closed()
                        && !step.before(host).in(TcpState.FIN_WAIT_2)
                        && !toldOfFailure
                        && !step.endedByOwnUser(host));
        int now = step.after(host).incarnation();
        boolean endSeen = step.effect().told(host, UserSignal.CLOSING);
        return (closedNormally && peer.delivered(ended) < own.sent(ended))
                || (endSeen && own.delivered(now) < peer.sent(now));
    }

    /** An RST takes octets away that the peer had sent, if the peer's user may have closed both directions. */
    private boolean responseLost(Occurrence step, Host host) {
        Look before = step.before(host);
        boolean reset = step.arrivedAt(host, ControlBits.RST)
                && step.ended(host)
                && before.beyondSynSent()
                && !before.in(TcpState.CLOSING)
                && !before.in(TcpState.LAST_ACK)
                && !before.in(TcpState.TIME_WAIT);
        return fullyClosing.contains(host.peer())
                && reset
                && !disturbed
                && (history(host).owed() > 0 || before.readable() > 0);
    }

    /** Two partners differ in incarnation, or not SND.UNA ≤ the peer's RCV.NXT ≤ SND.NXT. */
    private boolean disagreement(Occurrence step, Host host) {
        Look own = step.after(host);
        Look peer = step.after(host.peer());
        boolean partners = (step.moved(host) || step.moved(host.peer()))
                && own.beyondSynSent()
                && peer.beyondSynSent()
                && !history(host).orphan()
                && !history(host.peer()).orphan();
        if (!partners) {
            return false;
        }
        long sndNxt = own.variables().orElseThrow().sndNxt();
        long rcvNxt = peer.variables().orElseThrow().rcvNxt();
        boolean within = numbers.distance(own.acknowledged(), rcvNxt) <= numbers.distance(own.acknowledged(), sndNxt);
        return own.incarnation() != peer.incarnation() || !within;
    }

    private boolean againstRfc(Occurrence step, Host host) {
        if (step.is(Kind.CRASH, host)
                || step.before(host).state().isEmpty()
                || step.after(host).state().isEmpty()) {
            return false;
        }
        TcpState from = step.before(host).state().get();
        // §3.10.1: in every state but CLOSED and LISTEN an OPEN is an error.
        boolean openedTwice = step.is(Kind.OPEN, host)
                && step.before(host).alive()
                && step.effect().error().isEmpty();
        return openedTwice || !leads(from, step.after(host).state().get(), MOST_EDGES_IN_A_STEP);
    }

    private static boolean leads(TcpState from, TcpState to, int edges) {
        return from == to
                || (edges > 0
                        && RfcEdges.ALL.stream()
                                .anyMatch(edge -> edge.from() == from && leads(edge.to(), to, edges - 1)));
    }
}
