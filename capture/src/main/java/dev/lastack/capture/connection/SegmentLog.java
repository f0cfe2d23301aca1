package dev.lastack.capture.connection;

import dev.lastack.capture.packet.RecordedSegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The first and the last segments of an incarnation, packed into words: {@value #WORDS} of them for a segment. */
final class SegmentLog {

    private static final int WORDS = 7;
    private static final int FIRST = 4;
    private static final int CAPACITY = 32;
    private static final int INITIAL = 8;
    private static final int OF_B = 1 << 9;

    private long[] words = new long[INITIAL * WORDS];
    private long recorded;

    void add(Side from, RecordedSegment segment) {
        int at = slot(recorded) * WORDS;
        if (at >= words.length) {
            words = Arrays.copyOf(words, Math.min(2 * words.length, CAPACITY * WORDS));
        }
        words[at] = segment.number;
        words[at + 1] = segment.time;
        words[at + 2] = pair(segment.seq, segment.ack);
        words[at + 3] = ((long) segment.text << 32)
                | ((long) segment.window << 16)
                | (from == Side.B ? OF_B : 0)
                | (segment.flags & 0xFF);
        words[at + 4] = pair(segment.stamp, segment.echo);
        words[at + 5] = segment.fingerprint;
        recorded++;
    }

    /** Notes the states that the newest segment leads to. */
    void states(int ofA, int ofB) {
        words[slot(recorded - 1) * WORDS + 6] = pair(ofA, ofB);
    }

    private static long pair(int upper, int lower) {
        return ((long) upper << 32) | (lower & 0xFFFF_FFFFL);
    }

    /** The first segments keep their slots; the others take turns in the rest. */
    private static int slot(long index) {
        return (int) (index < CAPACITY ? index : FIRST + ((index - FIRST) % (CAPACITY - FIRST)));
    }

    long recorded() {
        return recorded;
    }

    /** Whether a segment of {@code from} with this fingerprint is among those kept. */
    boolean contains(Side from, long fingerprint) {
        int kept = (int) Math.min(recorded, CAPACITY);
        for (int i = 0; i < kept; i++) {
            boolean ofB = (words[i * WORDS + 3] & OF_B) != 0;
            if (words[i * WORDS + 5] == fingerprint && ofB == (from == Side.B)) {
                return true;
            }
        }
        return false;
    }

    /** The last {@code most} segments, oldest first. */
    List<LoggedSegment> last(int most) {
        List<LoggedSegment> segments = new ArrayList<>();
        long oldest = Math.max(recorded - Math.min(most, CAPACITY - FIRST), 0);
        for (long index = oldest; index < recorded; index++) {
            segments.add(at(slot(index) * WORDS));
        }
        return segments;
    }

    /** The segment that was logged last. */
    LoggedSegment newest() {
        return at(slot(recorded - 1) * WORDS);
    }

    private LoggedSegment at(int at) {
        long fields = words[at + 3];
        return new LoggedSegment(
                words[at],
                words[at + 1],
                (fields & OF_B) != 0 ? Side.B : Side.A,
                (int) (words[at + 2] >>> 32),
                (int) words[at + 2],
                (int) (fields & 0xFF),
                (int) (fields >>> 32),
                (int) ((fields >>> 16) & 0xFFFF),
                (int) (words[at + 6] >>> 32),
                (int) words[at + 6]);
    }
}
