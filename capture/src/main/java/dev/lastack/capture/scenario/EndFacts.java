package dev.lastack.capture.scenario;

import dev.lastack.capture.connection.Address;
import dev.lastack.capture.connection.End;
import dev.lastack.capture.connection.SegmentEffect;
import java.util.LinkedHashMap;
import java.util.Map;

/** What was recorded of one end through all incarnations. */
final class EndFacts {

    /** Segments whose repetition is noticed; what is older is acknowledged in most connections. */
    private static final int REMEMBERED = 64;

    final Address address;
    boolean stamped;
    long text;
    long repetitions;
    long shortestGap = Long.MAX_VALUE;
    long longestGap;
    InitialNumbers initialNumbers = InitialNumbers.NOT_OBSERVED;
    boolean opened;
    boolean accepted;
    boolean closed;
    boolean closedAfterPeer;
    boolean finUnacknowledged;
    private boolean numbered;
    private int iss;
    private int next;
    private final Map<Integer, Long> sent = new LinkedHashMap<>();

    EndFacts(Address address) {
        this.address = address;
    }

    void sent(SegmentEffect step) {
        stamped |= step.segment().stamped;
        boolean repeatable =
                step.fits() && step.segment().length() > 0 && !step.segment().rst();
        if (!repeatable) {
            return;
        }
        text += step.segment().text;
        long time = step.segment().time;
        Long before = sent.put(step.segment().seq, time);
        if (before != null) {
            repetitions++;
            shortestGap = Math.min(shortestGap, Math.max(time - before, 0));
            longestGap = Math.max(longestGap, time - before);
        } else if (sent.size() > REMEMBERED) {
            sent.remove(sent.keySet().iterator().next());
        }
    }

    /** The next incarnation begins. */
    void begins() {
        sent.clear();
    }

    /** Incarnations end in the order in which they began. */
    void ended(End end, boolean openedIt) {
        if (end.synSent()) {
            if (numbered) {
                initialNumbers = initialNumbers.and(InitialNumbers.between(iss, next, end.iss()));
            }
            iss = end.iss();
            next = end.next();
        }
        numbered = end.synSent();
        opened |= openedIt;
        accepted |= !openedIt;
        closed |= end.finSent();
        closedAfterPeer |= end.finSent() && end.finPassive();
        finUnacknowledged |= end.finSent() && !end.finAcked();
    }
}
