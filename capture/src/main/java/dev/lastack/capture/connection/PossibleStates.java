package dev.lastack.capture.connection;

import static dev.lastack.capture.connection.TcpStateSet.CLOSED;
import static dev.lastack.capture.connection.TcpStateSet.CLOSE_WAIT;
import static dev.lastack.capture.connection.TcpStateSet.CLOSING;
import static dev.lastack.capture.connection.TcpStateSet.ESTABLISHED;
import static dev.lastack.capture.connection.TcpStateSet.FIN_WAIT_1;
import static dev.lastack.capture.connection.TcpStateSet.FIN_WAIT_2;
import static dev.lastack.capture.connection.TcpStateSet.LAST_ACK;
import static dev.lastack.capture.connection.TcpStateSet.LISTEN;
import static dev.lastack.capture.connection.TcpStateSet.SYNCHRONISED;
import static dev.lastack.capture.connection.TcpStateSet.SYN_RECEIVED;
import static dev.lastack.capture.connection.TcpStateSet.SYN_SENT;
import static dev.lastack.capture.connection.TcpStateSet.TIME_WAIT;

/**
 * The states that one end can be in, given what was recorded of both. A recorded segment was sent; whether it arrived is
 * known only from what its receiver sent later, or because the capture was taken there. It is taken for granted that the
 * end's own segments are in the capture and that it did not vanish without a segment.
 */
final class PossibleStates {

    private PossibleStates() {}

    /** The states of {@code end}; {@code tapped} if the capture was taken at this end. */
    static int of(End end, End peer, boolean tapped) {
        if (end.rstCertain) {
            return CLOSED;
        }
        int states = end.rstSent ? afterOwnReset(end, peer, tapped) : withoutResets(end, peer, tapped);
        return end.rstPossible ? states | CLOSED : states;
    }

    /** RFC 9293 §3.10.7.3 and §3.10.7.4: SYN-SENT and SYN-RECEIVED answer a wrong ACK by RST and stay; §3.10.5 for ABORT. */
    private static int afterOwnReset(End end, End peer, boolean tapped) {
        int before = withoutResets(end, peer, tapped);
        // Some stacks answer a SYN in TIME-WAIT by RST and stay.
        int stays = end.rstAcks ? TIME_WAIT : SYN_SENT | SYN_RECEIVED | TIME_WAIT;
        return CLOSED | (before & stays);
    }

    private static int withoutResets(End end, End peer, boolean tapped) {
        if (!end.synSent && !peer.synSent) {
            return end.finSent ? afterOwnFin(end, peer, tapped) : SYNCHRONISED;
        }
        if (!end.spoke) {
            return CLOSED | LISTEN | SYN_RECEIVED;
        }
        if (end.finSent) {
            return afterOwnFin(end, peer, tapped);
        }
        int opening = opening(end, peer);
        return opening | (mayBeSynchronised(end, peer) ? beforeOwnFin(end, peer, tapped) : 0);
    }

    /** RFC 9293 §3.10.7.3 and §3.10.7.4, fifth check: what the end can be in before ESTABLISHED. */
    private static int opening(End end, End peer) {
        if (end.established) {
            return 0;
        }
        if (end.synAckSent || !end.synSent) {
            // The peer's ACK may be lost; a segment of the peer that the end acknowledges is not.
            return SYN_RECEIVED;
        }
        return SYN_SENT | (peer.synSent ? SYN_RECEIVED : 0);
    }

    private static boolean mayBeSynchronised(End end, End peer) {
        return end.established || !end.synSent || (peer.acked && peer.ackSent - end.iss > 0);
    }

    private static int beforeOwnFin(End end, End peer, boolean tapped) {
        int states = 0;
        if (mayLackFin(end, peer, tapped)) {
            states |= ESTABLISHED;
        }
        return mayHaveFin(peer) ? states | CLOSE_WAIT : states;
    }

    /** RFC 9293 §3.6, cases 1 to 3: which FIN came first decides the way, what arrived decides how far it went. */
    private static int afterOwnFin(End end, End peer, boolean tapped) {
        boolean ackMay = end.finAcked;
        boolean ackMust = end.finAckArrived;
        if (end.finPassive) {
            return (ackMust ? 0 : LAST_ACK) | (ackMay ? CLOSED : 0);
        }
        boolean finMay = mayHaveFin(peer);
        boolean finMust = finMay && !mayLackFin(end, peer, tapped);
        int states = 0;
        if (!ackMust && !finMust) {
            states |= FIN_WAIT_1;
        }
        if (ackMay && !finMust && end.finAckedAlone) {
            states |= FIN_WAIT_2;
        }
        // A FIN that acknowledges the own FIN takes the end past CLOSING.
        if (!ackMust && finMay && !peer.finsAckPeersFin) {
            states |= CLOSING;
        }
        if (ackMay && finMay) {
            states |= TIME_WAIT;
        }
        // Nobody saw the opening: a FIN of the peer may have come before the capture.
        boolean unknownPast = !peer.synSent && !peer.finSent;
        return unknownPast ? states | CLOSING | LAST_ACK | TIME_WAIT | CLOSED : states;
    }

    private static boolean mayHaveFin(End peer) {
        return peer.finSent;
    }

    private static boolean mayLackFin(End end, End peer, boolean tapped) {
        if (!peer.finSent) {
            return true;
        }
        boolean inOrderAtTap = tapped && peer.contiguous - peer.finSeq > 0 && end.window > 0;
        return !end.gotFin && !inOrderAtTap;
    }
}
