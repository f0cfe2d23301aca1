package dev.lastack.conformance.lockstep;

import dev.lastack.checker.Expander;
import dev.lastack.checker.StateSpace;
import dev.lastack.checker.StepSink;
import dev.lastack.checker.TransitionSystem;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * Shortest ways to some states of an explored space: one pass over the levels, from the last to the first, that looks in
 * each for the states that come before those already on a way.
 */
final class Ways {

    /** A state and the actions that lead to it from the initial state. */
    @SuppressWarnings("ArrayRecordComponent")
    record Way(long[] state, List<Integer> actions) {}

    /** A state on a way; {@code action} leads to it from {@code before}. */
    private static final class Stop {

        private final long[] state;
        private int action;
        private @Nullable Stop before;

        Stop(long[] state) {
            this.state = state;
        }

        Way way() {
            List<Integer> actions = new ArrayList<>();
            for (Stop at = this; at.before != null; at = at.before) {
                actions.add(at.action);
            }
            Collections.reverse(actions);
            return new Way(state, actions);
        }
    }

    private final StateSpace space;
    private final Expander expander;
    private final List<Stop> asked = new ArrayList<>();
    private Map<LongBuffer, Stop> level = new HashMap<>();

    private Ways(TransitionSystem system, StateSpace space) {
        this.space = space;
        this.expander = system.expander();
    }

    /** A way to each of the states with these {@code numbers}, in any order. */
    static List<Way> to(SortedSet<Long> numbers, TransitionSystem system, StateSpace space) {
        Ways ways = new Ways(system, space);
        for (int level = space.levels() - 1; level >= 0; level--) {
            ways.ask(numbers.subSet(space.firstOf(level), space.firstOf(level + 1)));
            if (level > 0 && !ways.level.isEmpty()) {
                ways.comeFrom(level - 1);
            }
        }
        return ways.asked.stream().map(Stop::way).toList();
    }

    /** Puts the states with these numbers, all of the present level, among those to be reached. */
    private void ask(SortedSet<Long> numbers) {
        if (numbers.isEmpty()) {
            return;
        }
        space.forEach(numbers.first(), numbers.last() + 1, (number, states, offset) -> {
            if (numbers.contains(number)) {
                asked.add(stop(Arrays.copyOfRange(states, offset, offset + space.words()), level));
            }
        });
    }

    private static Stop stop(long[] state, Map<LongBuffer, Stop> stops) {
        return stops.computeIfAbsent(LongBuffer.wrap(state), any -> new Stop(state));
    }

    /** Finds in level {@code earlier} where each state to be reached comes from; those are to be reached next. */
    private void comeFrom(int earlier) {
        Map<LongBuffer, Stop> sources = new HashMap<>();
        Backwards backwards = new Backwards(sources);
        space.forEach(space.firstOf(earlier), space.firstOf(earlier + 1), (number, states, offset) -> {
            if (backwards.missing > 0) {
                backwards.from(states, offset);
                expander.successors(states, offset, backwards);
            }
        });
        level = sources;
    }

    /** Takes the steps of one state after the other and keeps those that lead to a state to be reached. */
    private final class Backwards implements StepSink {

        private final Map<LongBuffer, Stop> sources;
        private final LongBuffer key = LongBuffer.allocate(space.words());
        private long[] states = {};
        private int offset;
        private int missing = level.size();

        Backwards(Map<LongBuffer, Stop> sources) {
            this.sources = sources;
        }

        void from(long[] source, int at) {
            states = source;
            offset = at;
        }

        @Override
        public void step(int action, long observations, long[] target, int at) {
            System.arraycopy(target, at, key.array(), 0, space.words());
            Stop stop = level.get(key);
            if (stop != null && stop.before == null) {
                stop.before = stop(Arrays.copyOfRange(states, offset, offset + space.words()), sources);
                stop.action = action;
                missing--;
            }
        }

        @Override
        public void cut(int bound) {}
    }
}
