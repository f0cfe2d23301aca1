package dev.lastack.cli.graph;

import dev.lastack.checker.lts.Labels;
import dev.lastack.model.TerminationModel;
import dev.lastack.model.view.StateView;

/** Each state by the TCP states of its two ends alone, each step by what kind of step it is. */
record TcpStateLabels(TerminationModel model) implements Labels {

    @Override
    public String state(long[] state) {
        StateView view = model.decode(state);
        return "A " + view.a().state() + "\nB " + view.b().state();
    }

    @Override
    public String action(long[] state, int action) {
        return model.describeEvent(state, action);
    }
}
