package dev.lastack.capture.findings;

import dev.lastack.capture.connection.Incarnation;
import dev.lastack.capture.connection.Step;
import java.util.ArrayList;
import java.util.List;

/** Everything that is watched for in one incarnation. */
final class Watch {

    private final Incarnation incarnation;
    private final List<Draft> drafts = new ArrayList<>();
    private final ReuseWatch reuse;
    private final ResetWatch resets;
    private final ClosingWatch closing;
    private final ChallengeWatch challenges;
    private final OldSegmentWatch old;
    private final LoopWatch loops;

    Watch(Incarnation incarnation, Assumptions assumptions) {
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

    void seen(Step step) {
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
    Draft find(Situation situation, Certainty certainty, String sentence) {
        Draft draft = new Draft(incarnation, situation, certainty, sentence);
        drafts.add(draft);
        return draft;
    }

    List<Finding> findings() {
        return drafts.stream().map(Draft::finding).toList();
    }
}
