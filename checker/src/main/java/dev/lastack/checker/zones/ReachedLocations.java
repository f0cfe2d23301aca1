package dev.lastack.checker.zones;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The locations that were reached. Used by several threads at once. */
final class ReachedLocations {

    private final Map<Words, ReachedLocation> known = new ConcurrentHashMap<>();

    /** The place of the location with these words, which {@code locations} works out if it is new. */
    ReachedLocation of(long[] words, Function<long[], Location> locations) {
        Words key = new Words(words);
        ReachedLocation place = known.get(key);
        if (place != null) {
            return place;
        }
        // Two threads may work out the same location; they come to the same result, and one of them is kept.
        ReachedLocation met = new ReachedLocation(locations.apply(words));
        ReachedLocation earlier = known.putIfAbsent(key, met);
        return earlier == null ? met : earlier;
    }

    int size() {
        return known.size();
    }

    private static final class Words {
        private final long[] words;

        Words(long[] words) {
            this.words = words;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Words those && Arrays.equals(words, those.words);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(words);
        }
    }
}
