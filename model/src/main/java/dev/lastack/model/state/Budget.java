package dev.lastack.model.state;

import static dev.lastack.scenario.knobs.EndpointKnobs.UNLIMITED;

/** How many more segments the network may lose, or duplicate. */
public final class Budget {

    private final StateLayout.Field field;
    private final boolean unlimited;
    private int loaded;
    private int left;

    /** {@code field} is without meaning where {@code limit} says that there is none. */
    public Budget(StateLayout.Field field, int limit) {
        this.field = field;
        this.unlimited = limit == UNLIMITED;
    }

    public void load(long[] words) {
        loaded = field.get(words);
    }

    /** Goes back to what was loaded. */
    public void restore() {
        left = loaded;
    }

    /** Writes what has changed since it was loaded. */
    public void store(long[] words) {
        if (left != loaded) {
            field.set(words, left);
        }
    }

    public boolean allows(int count) {
        return unlimited || count <= left;
    }

    /** Spends {@code count} if that is allowed, and returns whether it is. */
    public boolean spend(int count) {
        if (!allows(count)) {
            return false;
        }
        if (!unlimited) {
            left -= count;
        }
        return true;
    }
}
