package dev.lastack.checker.zones;

import java.util.ArrayList;
import java.util.List;

/**
 * A location that was reached, and the zones in which it was. Of two zones of which one lies in the other only the greater
 * stays: whatever follows the lesser follows the greater.
 */
final class ReachedLocation {

    private final Location location;
    private final List<Covered> reached = new ArrayList<>();

    ReachedLocation(Location location) {
        this.location = location;
    }

    Location location() {
        return location;
    }

    int size() {
        return location.clocks() + 1;
    }

    /** Adds {@code found} unless its zone lies in one that is known; returns how many more zones there are. */
    int add(Covered found) {
        for (Covered known : reached) {
            if (Zone.includes(known.zone(), found.zone())) {
                return 0;
            }
        }
        int before = reached.size();
        reached.removeIf(known -> {
            boolean covered = Zone.includes(found.zone(), known.zone());
            if (covered) {
                known.cover();
            }
            return covered;
        });
        reached.add(found);
        found.keep();
        return reached.size() - before;
    }

    /** How many zones there are. */
    int zones() {
        return reached.size();
    }
}
