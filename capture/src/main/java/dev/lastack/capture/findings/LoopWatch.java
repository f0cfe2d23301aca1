package dev.lastack.capture.findings;

import dev.lastack.capture.connection.SegmentEffect;
import dev.lastack.capture.connection.Side;
import dev.lastack.capture.packet.RecordedSegment;
import org.jspecify.annotations.Nullable;

/** Pure ACKs that answer each other: alternating, with the same numbers each time, faster than probes come. */
final class LoopWatch {

    /** ACKs in a row that are taken for a loop. */
    private static final int LOOP = 10;
    /** Keep-alive probes and their answers are further apart. */
    private static final long CLOSE = 1_000_000_000L;

    private final IncarnationWatch watch;
    private @Nullable Side last;
    private long lastTime;
    private int run;
    private final int[] seq = new int[2];
    private final int[] ack = new int[2];

    LoopWatch(IncarnationWatch watch) {
        this.watch = watch;
    }

    void seen(SegmentEffect step) {
        RecordedSegment segment = step.segment();
        if (segment.flags != RecordedSegment.ACK || segment.text > 0) {
            run = 0;
            return;
        }
        int side = step.from() == Side.A ? 0 : 1;
        boolean turn = last != step.from() && segment.time - lastTime < CLOSE;
        boolean same = run < 2 || (seq[side] == segment.seq && ack[side] == segment.ack);
        run = turn && same ? run + 1 : 1;
        seq[side] = segment.seq;
        ack[side] = segment.ack;
        last = step.from();
        lastTime = segment.time;
        if (run == LOOP) {
            watch.find(
                    FindingKind.ACK_LOOP,
                    Certainty.PROVEN,
                    LOOP + " ACKs in a row answered each other without a change of numbers.");
        }
    }
}
