package dev.lastack.checker.zones;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A location and a zone of it, and by which edge it was found. Changed by one thread at a time. */
final class Node implements Covered {

    private final ReachedLocation place;
    private final long[] zone;
    private final @Nullable Node parent;
    private final @Nullable Edge edge;
    private boolean kept;

    Node(ReachedLocation place, long[] zone, @Nullable Node parent, @Nullable Edge edge) {
        this.place = place;
        this.zone = zone;
        this.parent = parent;
        this.edge = edge;
    }

    ReachedLocation place() {
        return place;
    }

    @Override
    public long[] zone() {
        return zone;
    }

    @Override
    public void keep() {
        kept = true;
    }

    @Override
    public void cover() {
        kept = false;
    }

    boolean isKept() {
        return kept;
    }

    /** The path here from the initial location, and on by {@code last}. */
    ZonePath pathBy(Edge last) {
        Deque<Location> locations = new ArrayDeque<>();
        Deque<Edge> edges = new ArrayDeque<>();
        edges.push(last);
        for (Node node = this; node != null; node = node.parent) {
            locations.push(node.place.location());
            if (node.edge != null) {
                edges.push(node.edge);
            }
        }
        return new ZonePath(List.copyOf(locations), List.copyOf(edges));
    }
}
