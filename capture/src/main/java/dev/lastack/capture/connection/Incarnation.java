package dev.lastack.capture.connection;

import dev.lastack.capture.file.Frame.Direction;
import dev.lastack.capture.packet.RecordedSegment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One incarnation of a connection: both ends, their states as far as they are proven, and its segments. */
public final class Incarnation {

    /** Segments in a row that fit nowhere before the numbers are taken as they come: the capture lost too much. */
    private static final int RESYNCHRONISE = 8;

    /** How far from what was seen a number may lie while a sender's window is not known. */
    private static final int SLACK = 1 << 24;

    private final Address a;
    private final Address b;
    private final int number;
    private @Nullable Incarnation previous;
    private final End endA = new End();
    private final End endB = new End();
    private final Journey journeyA = new Journey();
    private final Journey journeyB = new Journey();
    private final SegmentLog log = new SegmentLog();
    private final SegmentEffect step = new SegmentEffect();
    private final RoundTrips roundTrips = new RoundTrips();
    private Tap tap = Tap.UNKNOWN;
    private final boolean tapGiven;
    private @Nullable Object attachment;
    private long firstTime;
    private long lastTime;
    private int misfits;
    private @Nullable Attempt attempt;

    /** A SYN that would open the next incarnation, not answered so far. */
    record Attempt(
            Side from, long number, int iss, long time, int shift, int window, int timeToLive, Direction direction) {

        static Attempt of(Side from, RecordedSegment syn) {
            return new Attempt(
                    from, syn.number, syn.seq, syn.time, syn.shift, syn.window, syn.timeToLive, syn.direction);
        }
    }

    Incarnation(Address a, Address b, int number, @Nullable Incarnation previous, Tap given) {
        this.a = a;
        this.b = b;
        this.number = number;
        this.previous = previous;
        this.tap = given;
        this.tapGiven = given != Tap.UNKNOWN;
    }

    /** Learns from {@code segment}, which {@code from} sent, and says what it changed. */
    SegmentEffect accept(Side from, RecordedSegment segment) {
        End sender = end(from);
        End receiver = end(from.peer());
        if (log.recorded() == 0) {
            firstTime = segment.time;
        }
        lastTime = segment.time;
        locate(from, segment.direction);
        prepare(from, segment, sender, receiver);
        log.add(from, segment);
        if (step.attempt) {
            attempt = Attempt.of(from, segment);
        } else if (step.fits) {
            roundTrips.seen(from, segment);
            learn(sender, receiver, segment);
        }
        int statesOfA = states(Side.A);
        int statesOfB = states(Side.B);
        journeyA.reached(segment.time, statesOfA);
        journeyB.reached(segment.time, statesOfB);
        log.states(statesOfA, statesOfB);
        return step;
    }

    /** A host records what it sends as outbound, what it receives as inbound. */
    private void locate(Side from, Direction direction) {
        if (direction != Direction.UNKNOWN && !tapGiven) {
            boolean atA = (from == Side.A) == (direction == Direction.OUTBOUND);
            tap = tap.and(atA ? Tap.AT_A : Tap.AT_B);
        }
    }

    private void prepare(Side from, RecordedSegment segment, End sender, End receiver) {
        step.from = from;
        step.segment = segment;
        step.sendersStates = states(from);
        step.receiversStates = states(from.peer());
        step.receiversAck = receiver.ackSent;
        step.receiverAcked = receiver.acked;
        step.sendersNext = sender.next;
        step.receiversNext = receiver.next;
        step.pawsRejects = segment.stamped && sender.stamped && segment.stamp - sender.stamp < 0;
        step.attempt = segment.syn()
                && !segment.rst()
                && !segment.acks()
                && sender.spoke
                && !(sender.synSent && segment.seq == sender.iss);
        step.copyOfOld = previous != null && previous.log.contains(sideInPrevious(previous, from), segment.fingerprint);
        step.fits = !step.attempt && !step.copyOfOld && fits(sender, receiver, segment);
        int finAt = segment.seq + segment.text + (segment.syn() ? 1 : 0);
        step.repeatsFin = step.fits && segment.fin() && sender.finSent && finAt == sender.finSeq;
        step.gapOfFin = step.repeatsFin ? segment.time - sender.finLast : 0;
        step.movesFin = step.fits && segment.fin() && sender.finSent && finAt != sender.finSeq;
        step.textBehindFin = step.fits && sender.finSent && segment.text > 0 && finAt - sender.finSeq > 0;
    }

    private Side sideInPrevious(Incarnation older, Side from) {
        return older.sideOf(this, from);
    }

    /** Whether the numbers can be those of this incarnation; many in a row that are not make it start over with them. */
    private boolean fits(End sender, End receiver, RecordedSegment segment) {
        if (segment.rst()) {
            // Its number is 0 or that of an ACK of the peer, which may be an old one (RFC 9293 §3.10.7.1).
            return true;
        }
        boolean plausible = !sender.spoke || seqFits(sender, receiver, segment);
        boolean known = !segment.acks() || !receiver.spoke || ackFits(receiver, segment);
        if (plausible && known) {
            misfits = 0;
            return true;
        }
        if (++misfits < RESYNCHRONISE || sender.finSent || sender.rstSent || segment.syn()) {
            return false;
        }
        misfits = 0;
        sender.next = segment.seq;
        sender.contiguous = segment.seq;
        sender.unseen++;
        if (segment.acks()) {
            receiver.next = segment.ack;
            receiver.contiguous = segment.ack;
            sender.ackSent = segment.ack;
        }
        return true;
    }

    private static boolean seqFits(End sender, End receiver, RecordedSegment segment) {
        int least = sender.synSent ? sender.iss : sender.next - SLACK;
        int most = sender.next;
        if (receiver.acked && !sender.finSent) {
            int edge = receiver.ackSent + (int) Math.max(receiver.widest, 0xFFFF);
            most = edge - most > 0 ? edge : most;
        }
        // A keep-alive probe repeats the number before the next one (RFC 9293 §3.8.4).
        return segment.seq - least >= 0 && segment.seq - most <= 0;
    }

    private static boolean ackFits(End receiver, RecordedSegment segment) {
        int least = receiver.synSent ? receiver.iss : receiver.next - SLACK;
        int most = receiver.finSent ? receiver.finSeq + 1 : receiver.next + SLACK;
        return segment.ack - least >= 0 && segment.ack - most <= 0;
    }

    private void learn(End sender, End receiver, RecordedSegment segment) {
        sender.timeToLive = segment.rst() ? sender.timeToLive : segment.timeToLive;
        if (segment.rst()) {
            reset(sender, receiver, segment);
        } else {
            Learning.numbers(sender, receiver, segment);
            Learning.control(sender, receiver, segment);
            sender.spoke = true;
            // At the tap the RST had arrived, and the end still has the connection.
            sender.rstPossible &= !tap.at(sideOf(sender));
            sender.spokeAt = segment.time;
        }
        Learning.finished(sender, receiver, segment.time);
        Learning.finished(receiver, sender, segment.time);
        arrivals(sender, receiver, segment);
    }

    private void reset(End sender, End receiver, RecordedSegment segment) {
        sender.rstSent = true;
        sender.rstAt = segment.time;
        sender.rstAcks = segment.acks();
        sender.resetTimeToLive = segment.timeToLive;
        receiver.rstPossible = receiver.spoke;
        boolean exact = receiver.acked && segment.seq == receiver.ackSent;
        boolean ignored = (states(sideOf(receiver)) & TcpStateSet.TIME_WAIT) != 0;
        receiver.rstCertain = exact && !ignored && receiver.established && tap.at(sideOf(receiver));
    }

    /** At the host itself what is recorded of its peer arrives, as far as it is in order. */
    private void arrivals(End sender, End receiver, RecordedSegment segment) {
        boolean inOrder = segment.seq - sender.contiguous <= 0 && segment.seq - receiver.ackSent >= 0;
        if (tap.at(sideOf(receiver)) && receiver.finAcked && segment.acks() && inOrder && !segment.rst()) {
            receiver.finAckArrived |= segment.ack - receiver.finSeq > 0;
        }
        // Whoever acknowledges a FIN has processed its ACK field before (RFC 9293 §3.10.7.4, fifth and eighth check).
        sender.finAckArrived |= sender.gotFin && receiver.finsAckPeersFin && sender.finSent && !sender.finPassive;
    }

    private Side sideOf(End end) {
        return end == endA ? Side.A : Side.B;
    }

    /** Whether {@code segment} answers or continues the attempt to open the next incarnation. */
    boolean answersAttempt(Side from, RecordedSegment segment) {
        Attempt open = attempt;
        if (open == null) {
            return false;
        }
        if (from == open.from()) {
            return !segment.syn() && !segment.rst() && segment.acks() && segment.seq == open.iss() + 1;
        }
        return segment.acks() && segment.ack == open.iss() + 1 && !ackOfOld(segment);
    }

    /** By chance the SYN may have the number that the old connection would use next. */
    private boolean ackOfOld(RecordedSegment segment) {
        Attempt open = attempt;
        return open != null && !segment.syn() && !segment.rst() && segment.ack == end(open.from()).next;
    }

    @Nullable
    Attempt attempt() {
        return attempt;
    }

    /** The states that {@code side} can be in after the last segment. */
    public int states(Side side) {
        return PossibleStates.of(end(side), end(side.peer()), tap.at(side));
    }

    /** Neither end has anything left to say, as far as the segments show. */
    public boolean over() {
        int gone = TcpStateSet.CLOSED | TcpStateSet.TIME_WAIT;
        return (states(Side.A) & gone) != 0 && (states(Side.B) & gone) != 0;
    }

    public End end(Side side) {
        return side == Side.A ? endA : endB;
    }

    /** The side here of the end that is {@code side} of {@code older}: the ends may have changed roles. */
    public Side sideOf(Incarnation older, Side side) {
        return older.address(side).equals(a) ? Side.A : Side.B;
    }

    public Address address(Side side) {
        return side == Side.A ? a : b;
    }

    public Journey journey(Side side) {
        return side == Side.A ? journeyA : journeyB;
    }

    /** Counted from 1 for each pair of addresses. */
    public int number() {
        return number;
    }

    /** The incarnation before, as long as it is remembered. */
    public @Nullable Incarnation previous() {
        return previous;
    }

    /** Only the last incarnation but one is remembered. */
    void forgetPrevious() {
        previous = null;
    }

    public Tap tap() {
        return tap;
    }

    public RoundTrips roundTrips() {
        return roundTrips;
    }

    /** Both SYNs belong to the capture. */
    public boolean openingSeen() {
        return endA.synSent || endB.synSent;
    }

    public long firstTime() {
        return firstTime;
    }

    public long lastTime() {
        return lastTime;
    }

    public long segments() {
        return log.recorded();
    }

    /** What an observer keeps about this incarnation. */
    public @Nullable Object attachment() {
        return attachment;
    }

    public void attach(Object kept) {
        attachment = kept;
    }

    /** Its last segments, oldest first. */
    public List<LoggedSegment> lastSegments(int most) {
        return log.last(most);
    }

    /** The segment that was recorded last. */
    public LoggedSegment newest() {
        return log.newest();
    }
}
