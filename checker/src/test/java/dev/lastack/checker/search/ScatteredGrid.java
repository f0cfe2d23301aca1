package dev.lastack.checker.search;

import dev.lastack.checker.StepSink;
import dev.lastack.checker.TinySystem;
import java.util.List;

/**
 * Counters that go up one at a time or back to zero together, in states of three words that look nothing like the
 * counters: many states in many levels, each found by many others. Steps back are observed as bit 1.
 */
final class ScatteredGrid {

    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    private static final long GATHER = 0xF1DE83E19937733DL;

    private ScatteredGrid() {}

    /** Four counters from 0 to {@code top}: {@code (top + 1)^4} states. */
    static TinySystem of(int top) {
        return new TinySystem(3, List.of(state(0)), (state, sink) -> steps(state[2] * GATHER, top, sink));
    }

    static long[] state(long counters) {
        return new long[] {counters & 0xff, ~counters & 0xffff, counters * SPREAD};
    }

    private static void steps(long counters, int top, StepSink sink) {
        for (int c = 0; c < 4; c++) {
            if ((counters >>> (8 * c) & 0xff) < top) {
                sink.step(c, 1, state(counters + (1L << (8 * c))), 0);
            } else {
                sink.cut(0);
            }
        }
        sink.step(4, 2, state(counters & ~0xffL), 0);
    }
}
