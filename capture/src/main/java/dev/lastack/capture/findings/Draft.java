package dev.lastack.capture.findings;

import dev.lastack.capture.connection.Incarnation;
import dev.lastack.capture.connection.LoggedSegment;
import dev.lastack.capture.connection.Side;
import java.util.ArrayList;
import java.util.List;

/** A finding that may still become certain and wants the segments that follow it. */
final class Draft {

    private static final int BEFORE = 10;
    private static final int AFTER = 4;

    final FindingKind situation;
    Certainty certainty;
    String sentence;

    private final Incarnation incarnation;
    private final long packet;
    private final long time;
    private final List<Shown> segments = new ArrayList<>();
    private int wanted = AFTER;

    /** A finding that the newest segment of {@code incarnation} completes. */
    Draft(Incarnation incarnation, FindingKind situation, Certainty certainty, String sentence) {
        this.incarnation = incarnation;
        this.situation = situation;
        this.certainty = certainty;
        this.sentence = sentence;
        this.packet = incarnation.newest().number();
        this.time = incarnation.newest().time();
        Incarnation previous = incarnation.previous();
        List<LoggedSegment> own = incarnation.lastSegments(BEFORE);
        if (previous != null && own.size() < BEFORE) {
            // The SYN that opened this incarnation was logged with the one before as well.
            previous.lastSegments(BEFORE - own.size()).stream()
                    .filter(segment -> segment.number() < own.get(0).number())
                    .forEach(segment -> segments.add(Shown.of(incarnation, previous, segment)));
        }
        own.forEach(segment -> segments.add(Shown.of(incarnation, incarnation, segment)));
    }

    /** Takes the newest segment as one that follows. */
    void follow() {
        if (wanted > 0) {
            wanted--;
            segments.add(Shown.of(incarnation, incarnation, incarnation.newest()));
        }
    }

    Finding finding() {
        return new Finding(
                situation,
                certainty,
                incarnation.address(Side.A),
                incarnation.address(Side.B),
                incarnation.number(),
                packet,
                time,
                sentence,
                segments);
    }
}
