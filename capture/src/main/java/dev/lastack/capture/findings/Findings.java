package dev.lastack.capture.findings;

import dev.lastack.capture.connection.Incarnation;
import dev.lastack.capture.connection.Observer;
import dev.lastack.capture.connection.SegmentEffect;
import java.util.List;
import java.util.Map;

/** Watches every incarnation, and hands over what was found when it is over. */
public final class Findings implements Observer {

    private final Assumptions assumptions;
    private final Receiver receiver;
    private long now = Long.MIN_VALUE;

    /** Takes an incarnation that is over with what was found in it. */
    public interface Receiver {

        /** {@code omitted}: how many more there are of a situation than {@code findings} has. */
        void ended(Incarnation incarnation, List<Finding> findings, Map<FindingKind, Integer> omitted);
    }

    public Findings(Assumptions assumptions, Receiver receiver) {
        this.assumptions = assumptions;
        this.receiver = receiver;
    }

    @Override
    public void seen(Incarnation incarnation, SegmentEffect step) {
        now = Math.max(now, step.segment().time);
        watch(incarnation).seen(step);
    }

    @Override
    public void ended(Incarnation incarnation) {
        IncarnationWatch watch = watch(incarnation);
        watch.ended(now);
        receiver.ended(incarnation, watch.findings(), watch.omitted());
    }

    private IncarnationWatch watch(Incarnation incarnation) {
        if (incarnation.attachment() instanceof IncarnationWatch watch) {
            return watch;
        }
        IncarnationWatch watch = new IncarnationWatch(incarnation, assumptions);
        incarnation.attach(watch);
        return watch;
    }
}
