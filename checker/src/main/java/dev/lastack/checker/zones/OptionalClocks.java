package dev.lastack.checker.zones;

import java.util.function.Function;

/**
 * A way to work out the locations of a system in which some clocks are <em>optional</em>: those that can fade. A location with
 * such a clock can do whatever the location without it can, with the same observations or more. Confined to one thread.
 */
public interface OptionalClocks extends Function<long[], Location> {

    /** The discrete part without any optional clock; the others stay in their order. */
    long[] core(long[] words);

    /** The discrete part {@code core} with the optional clocks that have these ids, see {@link Fading}. */
    long[] with(long[] core, long[] ids);
}
