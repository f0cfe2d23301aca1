package dev.lastack.capture.connection;

import dev.lastack.capture.packet.RecordedSegment;
import java.util.function.BiFunction;

/**
 * Sorts segments into connections and their incarnations. Connections that have been over for long are forgotten; if there are
 * more than {@code most} at once, those that have been silent longest are.
 */
public final class Tracker {

    /** After this no TIME-WAIT that is known lasts, so that a new SYN opens a connection without any history. */
    private static final long LONG_OVER = 240_000_000_000L;

    private final FlowTable flows = new FlowTable();
    private final FlowList open = new FlowList();
    private final FlowList over = new FlowList();
    private final RecentPackets recent = new RecentPackets();
    private final Observer observer;
    private final BiFunction<Address, Address, Tap> given;
    private final int most;
    private long copies;
    private long connections;
    private long evictedOpen;

    /**
     * @param given where the capture of a connection between two addresses was taken, as the user says
     * @param most connections that are followed at once
     */
    public Tracker(Observer observer, BiFunction<Address, Address, Tap> given, int most) {
        this.observer = observer;
        this.given = given;
        this.most = most;
    }

    /** Takes the next segment of the capture. */
    public void accept(RecordedSegment segment) {
        if (recent.isCopy(segment)) {
            copies++;
            return;
        }
        forget(segment.time);
        Flow flow = flows.get(segment);
        if (flow == null) {
            flow = newFlow(segment);
        } else {
            next(flow, segment);
        }
        Side from = from(flow.current, segment);
        observer.seen(flow.current, flow.current.accept(from, segment));
        flow.lastTime = segment.time;
        place(flow);
    }

    private Flow newFlow(RecordedSegment segment) {
        Address source = new Address(segment.sourceHigh, segment.sourceLow, segment.sourcePort);
        Address destination = new Address(segment.destinationHigh, segment.destinationLow, segment.destinationPort);
        // A is whoever sends a SYN first, whoever is sent a SYN,ACK, or else whoever sends the first segment.
        boolean answer = segment.syn() && segment.acks();
        Address a = answer ? destination : source;
        Address b = answer ? source : destination;
        Flow flow = new Flow(a, b, new Incarnation(a, b, 1, null, given.apply(a, b)));
        flows.add(flow);
        open.add(flow);
        connections++;
        if (flows.size() > most) {
            evict(over.oldest() == null ? open : over);
        }
        return flow;
    }

    /** Begins the next incarnation if {@code segment} shows that there is one. */
    private void next(Flow flow, RecordedSegment segment) {
        Incarnation current = flow.current;
        Side from = from(current, segment);
        Incarnation.Attempt attempt = current.attempt();
        if (attempt != null && current.answersAttempt(from, segment)) {
            Side opener = attempt.from();
            Incarnation opened = begin(flow, current.address(opener), current.address(opener.peer()));
            replay(opened, attempt, segment);
        } else if (opensAnother(current, from, segment)) {
            Side opener = segment.acks() ? from.peer() : from;
            begin(flow, current.address(opener), current.address(opener.peer()));
        }
    }

    /** A SYN,ACK with another number tells of an incarnation whose SYN was missed; a SYN long after the end needs no proof. */
    private static boolean opensAnother(Incarnation current, Side from, RecordedSegment segment) {
        End sender = current.end(from);
        if (!segment.syn() || segment.rst() || !sender.spoke() || (sender.synSent() && sender.iss() == segment.seq)) {
            return false;
        }
        End receiver = current.end(from.peer());
        boolean late = segment.acks() && !sender.synSent() && receiver.synSent() && segment.ack == receiver.iss() + 1;
        if (late) {
            // The first SYN,ACK was not recorded, and this copy comes after other segments.
            return false;
        }
        boolean longOver = current.over() && segment.time - current.lastTime() > LONG_OVER;
        return segment.acks() || longOver;
    }

    private Incarnation begin(Flow flow, Address a, Address b) {
        Incarnation before = flow.current;
        flow.incarnations++;
        connections++;
        Incarnation older = before.previous();
        if (older != null) {
            observer.ended(older);
            before.forgetPrevious();
        }
        flow.current = new Incarnation(a, b, flow.incarnations, before, given.apply(a, b));
        return flow.current;
    }

    /** The SYN that opened the incarnation was logged with the one before; the states begin with it. */
    private static void replay(Incarnation opened, Incarnation.Attempt attempt, RecordedSegment segment) {
        RecordedSegment syn = new RecordedSegment();
        syn.number = attempt.number();
        syn.time = attempt.time();
        syn.seq = attempt.iss();
        syn.flags = RecordedSegment.SYN;
        syn.shift = attempt.shift();
        syn.window = attempt.window();
        syn.timeToLive = attempt.timeToLive();
        syn.direction = attempt.direction();
        syn.tap = segment.tap;
        opened.accept(Side.A, syn);
    }

    private static Side from(Incarnation incarnation, RecordedSegment segment) {
        boolean ofA =
                FlowTable.is(incarnation.address(Side.A), segment.sourceHigh, segment.sourceLow, segment.sourcePort);
        return ofA ? Side.A : Side.B;
    }

    private void place(Flow flow) {
        (flow.over ? over : open).remove(flow);
        flow.over = flow.current.over();
        (flow.over ? over : open).add(flow);
    }

    private void forget(long now) {
        Flow oldest = over.oldest();
        while (oldest != null && now - oldest.lastTime > LONG_OVER) {
            evict(over);
            oldest = over.oldest();
        }
    }

    private void evict(FlowList list) {
        Flow flow = list.oldest();
        if (flow == null) {
            return;
        }
        evictedOpen += flow.over ? 0 : 1;
        list.remove(flow);
        flows.remove(flow);
        end(flow);
    }

    private void end(Flow flow) {
        Incarnation previous = flow.current.previous();
        if (previous != null) {
            observer.ended(previous);
        }
        observer.ended(flow.current);
    }

    /** Ends every connection: the capture is over. */
    public void end() {
        for (FlowList list : new FlowList[] {over, open}) {
            for (Flow flow = list.oldest(); flow != null; flow = flow.newer) {
                end(flow);
            }
        }
    }

    /** Packets that were recorded more than once. */
    public long copies() {
        return copies;
    }

    /** Incarnations so far. */
    public long connections() {
        return connections;
    }

    /** Connections that were forgotten before they were over, for want of room. */
    public long evictedOpen() {
        return evictedOpen;
    }

    /** Connections that are followed now. */
    public int followed() {
        return flows.size();
    }
}
