package dev.lastack.checker.hull;

import java.util.Arrays;
import java.util.Comparator;

/** A control with lanes, not to be written to. */
@SuppressWarnings("ArrayRecordComponent") // Compared by ORDER only.
record Entry(Control control, long[] lanes) {

    /** A total order that does not depend on the number of workers. */
    static final Comparator<Entry> ORDER = Comparator.<Entry>comparingInt(
                    entry -> entry.control().number())
            .thenComparing(Entry::lanes, Arrays::compareUnsigned);
}
