package dev.lastack.properties.verification;

import dev.lastack.checker.another.Events;
import dev.lastack.model.TerminationModel;
import dev.lastack.model.view.SegmentView;
import dev.lastack.model.view.StepView;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The events that tell two runs apart: user calls, arrivals by their control bits, timers that fire and segments that are lost,
 * each with the rules that decided.
 */
record TerminationEvents(TerminationModel model) implements Events {

    @Override
    public Optional<String> of(long[] state, int action) {
        StepView step = model.tell(state, action);
        String lost = step.expired().stream()
                .filter(StepView.Expiry::lost)
                .map(expiry -> expiry.segment().flags() + " to " + expiry.to())
                .collect(Collectors.joining(", "));
        boolean passing = step.kind() == StepView.Kind.TICK || step.kind() == StepView.Kind.LEAVE;
        if (passing && step.timers().isEmpty() && lost.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(step.kind() + " " + step.host().map(Enum::name).orElse("")
                + " " + step.arrived().map(SegmentView::flags).orElse("")
                + " " + step.timers() + " lost " + lost + " by " + step.rules());
    }
}
