package dev.lastack.capture.conformance;

import dev.lastack.capture.connection.Address;
import dev.lastack.capture.connection.Incarnation;
import dev.lastack.capture.connection.Observer;
import dev.lastack.capture.connection.SegmentEffect;
import dev.lastack.capture.connection.Side;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Records the first connections of a capture and says which stacks their ends can be. */
public final class StackIdentification implements Observer {

    private final Observer next;
    private final int most;
    private final Map<Set<Address>, RecordedSegments> traces = new LinkedHashMap<>();

    /**
     * What is known of one end.
     *
     * @param note why nothing is, else empty
     */
    public record EndFits(Address end, Address peer, Map<String, Fit> fits, String note) {

        /** The stacks that explain everything. */
        public List<String> explained() {
            return fits.entrySet().stream()
                    .filter(entry -> entry.getValue().verdict() == Fit.Verdict.EXPLAINED)
                    .map(Map.Entry::getKey)
                    .toList();
        }
    }

    /**
     * An observer that hands everything on to {@code next}.
     *
     * @param most connections that are recorded; 0 for none
     */
    public StackIdentification(Observer next, int most) {
        this.next = next;
        this.most = most;
    }

    @Override
    public void seen(Incarnation incarnation, SegmentEffect step) {
        next.seen(incarnation, step);
        if (most == 0) {
            return;
        }
        Address from = incarnation.address(step.from());
        Set<Address> ends = Set.of(from, incarnation.address(step.from().peer()));
        RecordedSegments trace = traces.get(ends);
        if (trace == null && traces.size() < most) {
            trace = new RecordedSegments(from, incarnation.address(step.from().peer()), step.segment().time);
            traces.put(ends, trace);
        }
        if (trace != null) {
            boolean sameRoles = incarnation.address(Side.A).equals(trace.address(true));
            trace.add(
                    step.segment(),
                    from,
                    sameRoles ? incarnation.tap() : incarnation.tap().turned());
        }
    }

    @Override
    public void ended(Incarnation incarnation) {
        next.ended(incarnation);
    }

    /** The answers, two for each connection, the end that sent first before the other. */
    public List<EndFits> fits() {
        return fits(Stack.all());
    }

    List<EndFits> fits(List<Stack> stacks) {
        List<EndFits> fits = new ArrayList<>();
        for (RecordedSegments trace : traces.values()) {
            fits.add(fits(trace, true, stacks));
            fits.add(fits(trace, false, stacks));
        }
        return fits;
    }

    private static EndFits fits(RecordedSegments trace, boolean ofFirst, List<Stack> stacks) {
        Map<String, Fit> fits = new LinkedHashMap<>();
        String note = !trace.opensWithSyn()
                ? "not judged: it was open before the capture"
                : trace.complete() ? "" : "not judged: more than " + RecordedSegments.MOST + " segments";
        if (note.isEmpty()) {
            for (Stack stack : stacks) {
                fits.put(stack.name(), EndSearch.of(trace, ofFirst, stack));
                if (fits.get(stack.name()).verdict() == Fit.Verdict.REFUTED) {
                    otherSettings(trace, ofFirst, stack, fits);
                }
            }
        }
        return new EndFits(trace.address(ofFirst), trace.address(!ofFirst), fits, note);
    }

    /** A stack that is refuted as it is shipped may be set up otherwise. */
    private static void otherSettings(RecordedSegments trace, boolean ofFirst, Stack stack, Map<String, Fit> fits) {
        for (Stack other : stack.settings()) {
            Fit fit = EndSearch.of(trace, ofFirst, other);
            if (fit.verdict() == Fit.Verdict.EXPLAINED) {
                fits.put(other.name(), fit);
            }
        }
    }
}
