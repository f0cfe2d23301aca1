package dev.lastack.checker.partition;

import dev.lastack.checker.store.level.Run;
import java.nio.ByteBuffer;

/** The content of a {@link Shipment}: one byte that says what it is, then a run of states or the tally of an expansion. */
final class Contents {

    private static final byte STATES = 0;
    private static final byte TALLY = 1;

    private Contents() {}

    static byte[] of(Run run) {
        ByteBuffer bytes = ByteBuffer.allocate(1 + run.storedBytes());
        bytes.put(STATES);
        run.store(bytes);
        return bytes.array();
    }

    static byte[] of(byte[] tally) {
        return ByteBuffer.allocate(1 + tally.length).put(TALLY).put(tally).array();
    }

    static boolean isTally(byte[] content) {
        return content[0] == TALLY;
    }

    /** Where the run or the tally begins. */
    static ByteBuffer body(byte[] content) {
        return ByteBuffer.wrap(content, 1, content.length - 1).slice();
    }
}
