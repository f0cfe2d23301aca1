package dev.lastack.benchmarks.parts;

import dev.lastack.benchmarks.twin.TcpTwin;
import dev.lastack.benchmarks.twin.TwinConstants;
import dev.lastack.checker.Exploration;
import dev.lastack.checker.Limits;
import dev.lastack.checker.Progress;
import dev.lastack.checker.StateSpace;
import dev.lastack.checker.TransitionSystem;
import dev.lastack.checker.search.Explorer;
import dev.lastack.model.TerminationModel;
import dev.lastack.scenario.Scenario;
import java.util.List;

/**
 * All states of a small system, in the order in which an exploration expands them.
 *
 * @param states {@code system.words()} longs a state
 */
@SuppressWarnings("ArrayRecordComponent")
record Sample(TransitionSystem system, long[] states) {

    /** Before JMH has set the parameter. */
    static final Sample NONE = new Sample(new TcpTwin(TwinConstants.parse("4 2 2 2 1")), new long[0]);

    /** Of "twin" (4 2 2 2 1, 210,403 states) or "model" (a termination model of a size like it). */
    static Sample of(String name) {
        TransitionSystem system = switch (name) {
            case "twin" -> new TcpTwin(TwinConstants.parse("4 2 2 2 1"));
            case "model" ->
                TerminationModel.of(Scenario.builder("two segments in flight")
                        .set("capacity", "2")
                        .set("time-wait.rst", "as-elsewhere")
                        .build());
            default -> throw new IllegalArgumentException("no such system: " + name);
        };
        Exploration seen = new Explorer(system, List.of(), Limits.none().withWorkers(1), Progress.NONE).run();
        StateSpace space = seen.states().orElseThrow();
        int words = system.words();
        long[] states = new long[Math.toIntExact(space.size() * words)];
        space.forEach(
                0,
                space.size(),
                (number, from, offset) -> System.arraycopy(from, offset, states, (int) number * words, words));
        return new Sample(system, states);
    }

    int size() {
        return states.length / system.words();
    }
}
