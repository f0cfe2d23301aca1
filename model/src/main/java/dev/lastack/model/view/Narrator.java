package dev.lastack.model.view;

import dev.lastack.model.decisions.Rule;
import dev.lastack.model.decisions.Rulebook;
import dev.lastack.model.rules.Journal;
import dev.lastack.model.rules.Observation;
import dev.lastack.model.state.Action;
import dev.lastack.model.state.ActionKind;
import dev.lastack.model.steps.TerminationExpander;
import java.util.List;
import java.util.Optional;

/** Takes a step again with a {@link Journal} and tells it. */
public final class Narrator {

    private final Rulebook rulebook;
    private final Views views;
    private final Journal journal = new Journal();

    public Narrator(Rulebook rulebook, Views views) {
        this.rulebook = rulebook;
        this.views = views;
    }

    public StepView tell(long[] state, Action action) {
        TerminationExpander expander = new TerminationExpander(rulebook, journal);
        expander.perform(state, 0, action.code());
        boolean arrival = Observation.ARRIVAL.in(expander.observations());
        List<StepView.Emission> emitted = journal.sent.stream()
                .map(s -> new StepView.Emission(s.from(), views.segment(s.segment()), s.overflowed()))
                .toList();
        List<StepView.Expiry> expired = journal.expired.stream()
                .map(e -> new StepView.Expiry(e.to(), views.segment(e.segment()), e.lost()))
                .toList();
        return new StepView(
                StepView.Kind.valueOf(action.kind().name()),
                ofNoHost(action.kind()) ? Optional.empty() : Optional.of(action.host()),
                arrival ? Optional.of(views.segment(expander.arriving())) : Optional.<SegmentView>empty(),
                emitted,
                expired,
                journal.fired.stream()
                        .map(f -> new StepView.Firing(f.host(), f.timer()))
                        .toList(),
                journal.told.stream()
                        .map(t -> new StepView.Telling(t.host(), t.signal()))
                        .toList(),
                journal.rules.stream().map(Rule::toString).toList());
    }

    private static boolean ofNoHost(ActionKind kind) {
        return kind == ActionKind.TICK || kind == ActionKind.LEAVE;
    }
}
