package dev.lastack.model.view;

import dev.lastack.scenario.knobs.Host;
import java.util.List;
import java.util.Map;

/**
 * A whole state, decoded: the readable side of the packed words.
 *
 * @param toA segments in flight to A, canonically ordered
 * @param toB segments in flight to B
 * @param budgets what is left of the bounded events (loss, duplication, abort, …), by knob name
 */
public record StateView(
        TcbView a, TcbView b, List<SegmentView> toA, List<SegmentView> toB, Map<String, Integer> budgets) {

    public TcbView endpoint(Host host) {
        return host == Host.A ? a : b;
    }

    public List<SegmentView> inFlightTo(Host host) {
        return host == Host.A ? toA : toB;
    }
}
