package dev.lastack.counterexamples.story;

import dev.lastack.counterexamples.Counterexample;
import dev.lastack.counterexamples.Counterexample.Move;
import dev.lastack.model.view.StateView;
import dev.lastack.model.view.StepView.Kind;
import dev.lastack.scenario.knobs.Host;
import dev.lastack.tcp.TcpState;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Says of a lasso what never happens in it, and why a run that repeats it for ever counts. */
public final class Endless {

    private final Counterexample run;
    private final List<Move> loop;
    private final List<StateView> states;

    /**
     * Reads the repeating part of {@code run}.
     *
     * @throws java.util.NoSuchElementException if it has none
     */
    public Endless(Counterexample run) {
        int start = run.loopStart().orElseThrow();
        this.run = run;
        this.loop = run.moves().subList(start, run.length());
        this.states = run.states().subList(start, run.length() + 1);
    }

    String sentence() {
        String ends = List.of(Host.values()).stream()
                .map(host -> host + " " + statesOf(host))
                .collect(Collectors.joining(", and "));
        String what = loop.isEmpty()
                ? "Nothing more has to happen after the last step."
                : "The bracketed steps can repeat for ever.";
        return what + " All the while " + ends + ".";
    }

    private String statesOf(Host host) {
        Set<TcpState> seen = new LinkedHashSet<>();
        states.forEach(state -> seen.add(state.endpoint(host).state()));
        return (seen.size() == 1 ? "stays in " : "moves among ")
                + seen.stream().map(TcpState::toString).collect(Collectors.joining(", "));
    }

    /** Why the run counts although it never ends: one sentence for each thing that could have ended it. */
    public List<String> fairness() {
        List<String> reasons = new ArrayList<>();
        long ticks =
                loop.stream().filter(move -> move.view().kind() == Kind.TICK).count();
        if (!loop.isEmpty()) {
            reasons.add(
                    ticks == 0
                            ? "No time passes in it."
                            : "Time passes: %d %s in each round.".formatted(ticks, ticks == 1 ? "tick" : "ticks"));
        }
        run.allowances().forEach(allowance -> reasons.add(capitalised(allowance) + "."));
        return reasons;
    }

    private static String capitalised(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
