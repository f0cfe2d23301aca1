package dev.lastack.conformance.lockstep;

import dev.lastack.conformance.event.AbstractSegment;
import dev.lastack.conformance.event.Abstraction;
import dev.lastack.conformance.event.Effect;
import dev.lastack.model.view.SegmentView;
import dev.lastack.scenario.knobs.Host;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.collections4.MultiSet;
import org.apache.commons.collections4.multiset.HashMultiSet;

/**
 * The segments between two executables. It may lose any of them, so that what the model still has in flight must be
 * among what the executables have sent and the network has not given up: no more is asked of it.
 */
final class LockstepNetwork {

    private MultiSet<AbstractSegment> toA = new HashMultiSet<>();
    private MultiSet<AbstractSegment> toB = new HashMultiSet<>();

    void clear() {
        toA = new HashMultiSet<>();
        toB = new HashMultiSet<>();
    }

    void sent(Effect.Sent sent) {
        towards(sent.from().peer()).add(sent.segment());
    }

    MultiSet<AbstractSegment> towards(Host host) {
        return host == Host.A ? toA : toB;
    }

    /** The incarnations of all that is on its way. */
    Set<Integer> incarnations() {
        Set<Integer> incarnations = new TreeSet<>();
        toA.uniqueSet().forEach(segment -> incarnations.add(segment.incarnation()));
        toB.uniqueSet().forEach(segment -> incarnations.add(segment.incarnation()));
        return incarnations;
    }

    /** All that is on its way, without the clocks of timestamps, which never show the same time again. */
    MultiSet<AbstractSegment> withoutClocks(Host host) {
        MultiSet<AbstractSegment> present = new HashMultiSet<>();
        for (AbstractSegment each : towards(host)) {
            present.add(each.withoutClock());
        }
        return present;
    }

    /**
     * The model has {@code inFlight} on its way to {@code host}: everything else is lost. Returns a segment that is in
     * the model's network and was never put into this one.
     */
    Optional<AbstractSegment> keep(Host host, List<SegmentView> inFlight, Abstraction abstraction, long ticks) {
        MultiSet<AbstractSegment> present = towards(host);
        MultiSet<AbstractSegment> kept = new HashMultiSet<>();
        List<AbstractSegment> unknown = new ArrayList<>();
        for (SegmentView view : inFlight) {
            AbstractSegment segment = abstraction.segment(view, ticks);
            kept.add(segment);
            if (kept.getCount(segment) > present.getCount(segment)) {
                unknown.add(segment);
            }
        }
        if (host == Host.A) {
            toA = kept;
        } else {
            toB = kept;
        }
        return unknown.stream().findFirst();
    }
}
