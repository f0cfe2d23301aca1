package dev.lastack.counterexamples.story;

import dev.lastack.counterexamples.Counterexample;
import dev.lastack.counterexamples.Counterexample.Move;
import dev.lastack.model.view.StateView;
import dev.lastack.model.view.StepView.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** A lasso continued: its cycle is repeated for as long as a segment that it leaves in flight can live. */
final class Rounds {

    private Rounds() {}

    /** {@code run} itself if nothing repeats in it. */
    static Counterexample appended(Counterexample run) {
        int start = run.loopStart().orElse(run.length());
        List<Move> loop = run.moves().subList(start, run.length());
        if (loop.isEmpty()) {
            return run;
        }
        List<Move> moves = new ArrayList<>(run.moves());
        List<StateView> states = new ArrayList<>(run.states());
        for (int round = 0; round < rounds(run, loop); round++) {
            moves.addAll(loop);
            states.addAll(run.states().subList(start + 1, run.length() + 1));
        }
        return new Counterexample(
                run.scenario(), run.variant(), run.claim(), states, moves, OptionalInt.of(start), run.allowances());
    }

    /** Where time passes, enough of it for every segment to grow older than the MSL. */
    private static int rounds(Counterexample run, List<Move> loop) {
        long ticks =
                loop.stream().filter(move -> move.view().kind() == Kind.TICK).count();
        return ticks == 0 ? 1 : (int) (run.scenario().environment().msl() / ticks) + 1;
    }
}
