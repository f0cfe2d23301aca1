package dev.lastack.checker.hull;

import java.util.Arrays;
import java.util.Comparator;

/** A control with lanes, not to be written to. */
@SuppressWarnings("ArrayRecordComponent") // Compared by ORDER only.
record HullEntry(Control control, long[] lanes) {

    /** A total order that does not depend on the number of workers. */
    static final Comparator<HullEntry> ORDER = Comparator.<HullEntry>comparingInt(
                    entry -> entry.control().number())
            .thenComparing(HullEntry::lanes, Arrays::compareUnsigned);
}
