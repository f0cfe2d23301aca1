package dev.lastack.checker.zones;

import java.util.List;

/**
 * The steps of a run without their times.
 *
 * @param locations the location that each edge leaves
 * @param edges as many
 */
public record ZonePath(List<Location> locations, List<Edge> edges) {

    public ZonePath {
        locations = List.copyOf(locations);
        edges = List.copyOf(edges);
    }

    public int length() {
        return edges.size();
    }
}
