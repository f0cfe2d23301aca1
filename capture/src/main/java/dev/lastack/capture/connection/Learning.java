package dev.lastack.capture.connection;

import dev.lastack.capture.packet.RecordedSegment;

/** What one segment says of its sender and of its receiver. */
final class Learning {

    /** So far before anything recorded that nothing continues there, until an ACK shows what arrived. */
    private static final int NOWHERE = 1 << 28;

    private Learning() {}

    /** SND.NXT of the sender, RCV.NXT and the window that it announced. */
    static void numbers(End sender, End receiver, RecordedSegment segment) {
        int end = segment.end();
        if (!sender.spoke) {
            sender.next = end;
            // A segment that overtook the SYN is dropped in SYN-SENT (RFC 9293 §3.10.7.3, fourth check).
            sender.contiguous = segment.syn() || !receiver.synSent ? end : segment.seq - NOWHERE;
        } else {
            if (segment.seq - sender.contiguous <= 0 && end - sender.contiguous > 0) {
                sender.contiguous = end;
            }
            sender.next = end - sender.next > 0 ? end : sender.next;
        }
        if (segment.acks()) {
            acknowledgement(sender, receiver, segment);
        }
        if (segment.stamped && (!sender.stamped || segment.stamp - sender.stamp > 0)) {
            sender.stamped = true;
            sender.stamp = segment.stamp;
        }
        sender.window = segment.window;
        int shift = segment.syn() ? 0 : Math.max(sender.shift, 0);
        // Without the SYN the shift is unknown and may be 14 (RFC 7323 §2.3).
        long scaled = (long) segment.window << (sender.synSent || segment.syn() ? shift : 14);
        sender.widest = Math.max(sender.widest, Math.min(scaled, 1L << 30));
    }

    private static void acknowledgement(End sender, End receiver, RecordedSegment segment) {
        if (!sender.acked || segment.ack - sender.ackSent > 0) {
            sender.ackSent = segment.ack;
        }
        sender.acked = true;
        boolean unseen = receiver.spoke && segment.ack - receiver.next > 0;
        if (unseen || !receiver.spoke) {
            receiver.unseen += unseen ? 1 : 0;
            receiver.next = segment.ack;
        }
        // What is acknowledged arrived, whether it was recorded or not.
        if (!receiver.spoke || segment.ack - receiver.contiguous > 0) {
            receiver.contiguous = segment.ack;
        }
    }

    /** SYN, FIN and what only a synchronised state sends. */
    static void control(End sender, End receiver, RecordedSegment segment) {
        if (segment.syn()) {
            sender.synSent = true;
            sender.synAckSent |= segment.acks();
            sender.iss = segment.seq;
            sender.shift = segment.shift;
        } else {
            boolean ownSynWasFirst = sender.synSent && !sender.synAckSent;
            boolean neitherSynSeen = !sender.synSent && !receiver.synSent;
            boolean beyondSyn = receiver.synSent && segment.acks() && segment.ack - receiver.iss > 1;
            sender.established |= ownSynWasFirst || beyondSyn || segment.text > 0 || neitherSynSeen;
        }
        if (segment.fin()) {
            fin(sender, receiver, segment);
        }
        if (segment.acks() && receiver.finSent && segment.ack - receiver.finSeq > 0) {
            boolean finInOrder = segment.fin() && segment.seq - receiver.ackSent <= 0;
            receiver.finAckedAlone |= !finInOrder;
        }
        boolean newest = segment.end() == sender.next;
        if (sender.rstSent && newest && !segment.syn() && segment.time > sender.rstAt) {
            // It still has the connection: the RST was not its own, or did not end it.
            sender.rstSent = false;
        }
    }

    private static void fin(End sender, End receiver, RecordedSegment segment) {
        boolean acksFin = receiver.finSent && segment.acks() && segment.ack - receiver.finSeq > 0;
        if (sender.finSent) {
            sender.finLongestGap = Math.max(sender.finLongestGap, segment.time - sender.finLast);
            sender.finsAckPeersFin &= acksFin;
        } else {
            sender.finSent = true;
            sender.finSeq = segment.seq + segment.text + (segment.syn() ? 1 : 0);
            sender.finFirst = segment.time;
            sender.finPassive = acksFin;
            sender.finsAckPeersFin = acksFin;
        }
        sender.finLast = segment.time;
        sender.fins++;
    }

    /** Notes that {@code peer} has acknowledged the FIN of {@code end}. */
    static void finished(End end, End peer, long now) {
        if (end.finSent && !end.finAcked && peer.acked && peer.ackSent - end.finSeq > 0) {
            end.finAcked = true;
            end.finAckedAt = now;
            peer.gotFin = true;
            peer.gotFinAt = now;
        }
    }
}
