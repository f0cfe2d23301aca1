package dev.lastack.capture.findings;

import dev.lastack.capture.connection.Incarnation;
import dev.lastack.capture.connection.SegmentEffect;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Everything that is watched for in one incarnation. What repeats itself is counted, so that memory stays bounded. */
final class IncarnationWatch {

    /** Findings of one situation that are kept with their segments. */
    private static final int KEPT = 4;

    private final Incarnation incarnation;
    private final List<Draft> drafts = new ArrayList<>();
    private final Map<FindingKind, Integer> omitted = new EnumMap<>(FindingKind.class);
    private final ReuseWatch reuse;
    private final ResetWatch resets;
    private final ClosingWatch closing;
    private final ChallengeWatch challenges;
    private final OldSegmentWatch old;
    private final LoopWatch loops;

    IncarnationWatch(Incarnation incarnation, Assumptions assumptions) {
        this.incarnation = incarnation;
        this.reuse = new ReuseWatch(this, assumptions);
        this.resets = new ResetWatch(this, assumptions);
        this.closing = new ClosingWatch(this, assumptions);
        this.challenges = new ChallengeWatch(this);
        this.old = new OldSegmentWatch(this);
        this.loops = new LoopWatch(this);
    }

    Incarnation incarnation() {
        return incarnation;
    }

    void seen(SegmentEffect step) {
        for (int i = 0; i < drafts.size(); i++) {
            drafts.get(i).follow();
        }
        if (step.copyOfOld()) {
            old.seen(step);
            return;
        }
        reuse.seen(step);
        challenges.seen(step);
        old.answered(step);
        resets.seen(step);
        closing.seen(step);
        loops.seen(step);
    }

    /** Nothing more comes; the capture goes on until {@code captureEnd}. */
    void ended(long captureEnd) {
        closing.ended(captureEnd);
    }

    /** A finding that the newest segment completes. */
    Draft find(FindingKind situation, Certainty certainty, String sentence) {
        List<Draft> alike =
                drafts.stream().filter(draft -> draft.situation == situation).toList();
        if (alike.size() == KEPT) {
            drafts.remove(leastTelling(alike));
            omitted.merge(situation, 1, Integer::sum);
        }
        Draft draft = new Draft(incarnation, situation, certainty, sentence);
        drafts.add(draft);
        return draft;
    }

    /** The first stays as the beginning, and what is proven stays as long as anything else can go. */
    private static Draft leastTelling(List<Draft> alike) {
        return alike.stream()
                .skip(1)
                .filter(draft -> draft.certainty == Certainty.POSSIBLE)
                .findFirst()
                .orElse(alike.get(1));
    }

    List<Finding> findings() {
        return drafts.stream().map(Draft::finding).toList();
    }

    /** How many findings of each situation are not among {@link #findings()}. */
    Map<FindingKind, Integer> omitted() {
        return omitted;
    }
}
