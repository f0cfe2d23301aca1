package dev.lastack.cli.graph;

import dev.lastack.checker.lts.Labels;
import dev.lastack.model.TerminationModel;
import dev.lastack.model.view.SegmentView;
import dev.lastack.model.view.StateView;
import dev.lastack.model.view.TcbView;
import dev.lastack.scenario.knobs.Host;
import java.util.List;

/** Each state by its two ends and what is in flight, each step by its segment with its numbers. */
record StateLabels(TerminationModel model) implements Labels {

    @Override
    public String state(long[] state) {
        StateView view = model.decode(state);
        return end(Host.A, view) + "\n" + end(Host.B, view) + "\nto A: " + flight(view.toA()) + "\nto B: "
                + flight(view.toB());
    }

    private static String end(Host host, StateView view) {
        TcbView tcb = view.endpoint(host);
        return host + " " + tcb.state() + " [" + tcb.incarnation() + "]";
    }

    private static String flight(List<SegmentView> segments) {
        return segments.isEmpty()
                ? "-"
                : String.join("; ", segments.stream().map(SegmentView::header).toList());
    }

    @Override
    public String action(long[] state, int action) {
        return model.describeAction(state, action);
    }
}
