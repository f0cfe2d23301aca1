package dev.lastack.checker.zones;

import java.util.ArrayList;
import java.util.List;

/**
 * A location that was reached, and the zones in which it was. Of two zones of which one lies in the other only the greater
 * stays: whatever follows the lesser follows the greater.
 */
final class Place {

    private final Location location;
    private final List<Node> nodes = new ArrayList<>();

    Place(Location location) {
        this.location = location;
    }

    Location location() {
        return location;
    }

    int size() {
        return location.clocks() + 1;
    }

    /** Adds {@code node} unless its zone lies in one that is known; returns how many more zones there are. */
    int add(Node node) {
        for (Node known : nodes) {
            if (Zone.includes(known.zone(), node.zone())) {
                return 0;
            }
        }
        int before = nodes.size();
        nodes.removeIf(known -> {
            boolean covered = Zone.includes(node.zone(), known.zone());
            if (covered) {
                known.cover();
            }
            return covered;
        });
        nodes.add(node);
        node.keep();
        return nodes.size() - before;
    }

    /** How many zones there are. */
    int zones() {
        return nodes.size();
    }
}
