package dev.lastack.checker.zones;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The steps from the zones of one level, as one worker takes them. */
final class ZoneExpansion {

    private final ReachedLocations places;
    private final Function<long[], Location> locations;

    ZoneExpansion(ReachedLocations places, Function<long[], Location> locations) {
        this.places = places;
        this.locations = locations;
    }

    /**
     * What follows one node.
     *
     * @param found nodes that are reached, in order of the edges; which of them are new is not yet known
     * @param possible the edges that some clock values of the node allow
     */
    record Successors(List<Node> found, List<Edge> possible) {}

    Successors of(Node node) {
        List<Node> found = new ArrayList<>();
        List<Edge> possible = new ArrayList<>();
        int size = node.place().size();
        for (Edge edge : node.place().location().edges()) {
            long[] zone = edge.guard().length == 0 ? node.zone() : node.zone().clone();
            if (Zone.constrain(zone, size, edge.guard())) {
                possible.add(edge);
                if (edge.isTaken()) {
                    enter(node, edge, zone, found);
                }
            }
        }
        return new Successors(found, possible);
    }

    private void enter(Node node, Edge edge, long[] zone, List<Node> found) {
        ReachedLocation place = places.of(edge.target(), locations);
        if (edge.origins().length != place.location().clocks()) {
            throw new AssertionError("action " + edge.action() + " gives " + edge.origins().length
                    + " clocks to a location of " + place.location().clocks());
        }
        long[] target = Zone.mapped(zone, node.place().size(), edge.origins());
        for (Fading fading : place.location().fadings()) {
            if (fading.isOver(target, place.size())) {
                enter(node, fading.without(edge), zone, found);
                return;
            }
        }
        if (settle(target, place.location())) {
            found.add(new Node(place, target, node, edge));
        }
    }

    /** Lets time pass as far as the ceilings allow; returns whether any values are left. */
    static boolean settle(long[] zone, Location location) {
        int size = location.clocks() + 1;
        Zone.elapse(zone, size);
        if (!Zone.cap(zone, size, location.ceilings())) {
            return false;
        }
        Zone.extrapolate(zone, size, location.greatest());
        return Zone.cap(zone, size, location.ceilings());
    }
}
