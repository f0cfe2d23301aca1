package dev.lastack.capture.conformance;

import dev.lastack.capture.connection.Address;
import dev.lastack.capture.connection.Tap;
import dev.lastack.capture.packet.RecordedSegment;
import java.util.ArrayList;
import java.util.List;

/** All recorded segments between two addresses, through all incarnations. */
final class RecordedSegments {

    /** Longer connections are not judged: their text is not what tells stacks apart, and the search would take long. */
    static final int MOST = 400;

    private final Address first;
    private final Address second;
    private final long start;
    private final List<Recorded> segments = new ArrayList<>();
    private final long[] widest = new long[2];
    private final int[] shifts = new int[2];
    private boolean complete = true;
    private Tap tap = Tap.UNKNOWN;

    RecordedSegments(Address first, Address second, long start) {
        this.first = first;
        this.second = second;
        this.start = start;
    }

    void add(RecordedSegment segment, Address from, Tap place) {
        boolean ofFirst = from.equals(first);
        if (segments.size() + 2 > MOST) {
            complete = false;
            return;
        }
        tap = place;
        int end = ofFirst ? 0 : 1;
        if (segment.syn()) {
            shifts[end] = Math.max(0, segment.shift);
        }
        widest[end] = Math.max(widest[end], (long) segment.window << (segment.syn() ? 0 : shifts[end]));
        Recorded one = Recorded.of(segment, start, ofFirst);
        if (segment.fin() && segment.text > 0) {
            segments.add(one.withoutFin());
            segments.add(one.finAlone());
        } else {
            segments.add(one);
        }
    }

    /** Only a connection whose opening was recorded has a known beginning. */
    boolean opensWithSyn() {
        return !segments.isEmpty() && segments.get(0).flags() == RecordedSegment.SYN;
    }

    boolean complete() {
        return complete;
    }

    /** Whether the capture was taken at an end; {@code ofFirst}: at the one that sent first, which is A. */
    boolean tappedAt(boolean ofFirst) {
        return tap == Tap.AT_BOTH || tap == (ofFirst ? Tap.AT_A : Tap.AT_B);
    }

    List<Recorded> segments() {
        return segments;
    }

    long widest(boolean ofFirst) {
        return widest[ofFirst ? 0 : 1];
    }

    Address address(boolean ofFirst) {
        return ofFirst ? first : second;
    }
}
