package dev.lastack.checker.hull;

import dev.lastack.checker.lanes.CoverState;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes down what covers all reachable states, in an order that does not depend on the number of workers. */
final class Covers {

    private final Hull hull;

    Covers(Hull hull) {
        this.hull = hull;
    }

    /** The hull itself. */
    List<CoverState> ofHull() {
        return hull.controls().stream()
                .map(control -> state(control, control.lanes()))
                .toList();
    }

    /**
     * Of a complete search: what it kept, where dead tokens are as full as in the hull; and the hull of the controls outside the
     * slice.
     */
    List<CoverState> of(AntichainSearch search, HullQuestion question) {
        List<CoverState> states = new ArrayList<>();
        search.forEach(entry -> {
            Control control = entry.control();
            long[] dead = question.dead()[control.number()];
            long[] vector = new long[entry.lanes().length];
            for (int i = 0; i < vector.length; i++) {
                long full = hull.lanes().join(entry.lanes()[i], dead[i]);
                vector[i] = hull.lanes().meet(full, control.lanes()[i]);
            }
            states.add(state(control, vector));
        });
        for (Control control : hull.controls()) {
            if (!question.slice().get(control.number())) {
                states.add(state(control, control.lanes()));
            }
        }
        return states;
    }

    private CoverState state(Control control, long[] vector) {
        SortedMap<Long, Long> lanes = new TreeMap<>();
        for (int lane = 0; lane < hull.table().size(); lane++) {
            long value = hull.lanes().at(vector, lane);
            if (value != 0) {
                lanes.put(hull.table().name(lane), value);
            }
        }
        return CoverState.of(control.key(), lanes);
    }
}
