package dev.lastack.checker.zones;

import java.util.List;
import java.util.function.Function;

/** A system of locations and clocks, all of which advance together. */
public interface TimedSystem {

    /** The discrete part in which runs start; all clocks are then 0. */
    long[] initial();

    /** A way to work out locations from their discrete parts, confined to one thread. It depends on the words alone. */
    Function<long[], Location> locations();

    /** The names of the bounds that may cut an edge, by number. */
    List<String> bounds();

    /** A line for people on the step {@code action} from the location with these words. */
    String describeAction(long[] words, int action);
}
