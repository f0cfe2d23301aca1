package dev.lastack.checker.hull;

import dev.lastack.checker.lanes.LaneRun;
import dev.lastack.checker.lanes.LaneSink;
import dev.lastack.checker.lanes.LaneStep;
import dev.lastack.checker.lanes.LaneSteps;
import dev.lastack.checker.lanes.LaneSystem;
import dev.lastack.checker.lanes.Prompt;
import dev.lastack.checker.lanes.RandomLaneSystem;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/** The most simple-minded search there is: every state with every copy of every token. */
final class SimpleSearch {

    /** Of so many states at most. */
    private static final int MOST = 20_000;

    private final LaneSystem system;
    private final LaneSteps steps;

    SimpleSearch(LaneSystem system) {
        this.system = system;
        this.steps = system.steps();
    }

    /** A copy of a token. */
    record Copy(long token, int age) implements Comparable<Copy> {
        @Override
        public int compareTo(Copy other) {
            return token != other.token ? Long.compare(token, other.token) : Integer.compare(age, other.age);
        }
    }

    record State(List<Long> control, List<Copy> copies) {
        long[] key() {
            return control.stream().mapToLong(Long::longValue).toArray();
        }
    }

    /** A step, with what it leads to. */
    interface Visitor {
        void step(LaneRun.Step label, boolean violates, State target);
    }

    State initial() {
        return new State(boxed(steps.initial()), List.of());
    }

    private static List<Long> boxed(long[] words) {
        return Arrays.stream(words).boxed().toList();
    }

    void steps(State state, Visitor visitor) {
        steps.unprompted(state.key(), sink(state, Optional.empty(), visitor));
        for (Copy copy : state.copies()) {
            Prompt prompt = new Prompt(copy.token(), system.agesAreRead() ? copy.age() : 0);
            steps.prompted(state.key(), prompt, sink(state, Optional.of(prompt), visitor));
        }
    }

    private LaneSink sink(State state, Optional<Prompt> prompt, Visitor visitor) {
        return new LaneSink() {
            @Override
            public void step(LaneStep step) {
                Set<Copy> after = new TreeSet<>();
                for (Copy copy : state.copies()) {
                    int age = copy.age() + (step.tick() ? 1 : 0);
                    if (age <= system.oldest()) {
                        after.add(new Copy(copy.token(), age));
                    }
                }
                long observed = step.observations();
                for (int watched : step.watched()) {
                    if (after.stream().anyMatch(copy -> steps.classOf(copy.token()) == watched)) {
                        observed |= step.ifWatched();
                    }
                }
                for (long token : step.raised()) {
                    after.add(new Copy(token, 0));
                }
                visitor.step(
                        new LaneRun.Step(step.action(), prompt),
                        (observed & RandomLaneSystem.VIOLATION) != 0,
                        new State(boxed(step.target()), List.copyOf(after)));
            }

            @Override
            public void cut(int bound) {
                throw new AssertionError("nothing is cut here");
            }
        };
    }

    /** The length of a shortest violating run; 0 if there is none; empty if there are too many states to tell. */
    OptionalInt shortestViolation() {
        Set<State> seen = new HashSet<>(Set.of(initial()));
        List<State> level = List.of(initial());
        for (int length = 1; !level.isEmpty(); length++) {
            Set<State> next = new HashSet<>();
            boolean[] violated = {false};
            for (State state : level) {
                steps(state, (label, violates, target) -> {
                    violated[0] |= violates;
                    if (seen.add(target)) {
                        next.add(target);
                    }
                });
            }
            if (violated[0]) {
                return OptionalInt.of(length);
            }
            if (seen.size() > MOST) {
                return OptionalInt.empty();
            }
            level = List.copyOf(next);
        }
        return OptionalInt.of(0);
    }

    /** Whether {@code run} can be taken, and its last step violates. */
    boolean canTake(LaneRun run) {
        Set<State> states = Set.of(initial());
        boolean[] violated = {false};
        for (LaneRun.Step wanted : run.steps()) {
            Set<State> next = new HashSet<>();
            violated[0] = false;
            states.forEach(state -> steps(state, (label, violates, target) -> {
                if (label.equals(wanted)) {
                    next.add(target);
                    violated[0] |= violates;
                }
            }));
            states = next;
        }
        return violated[0];
    }
}
