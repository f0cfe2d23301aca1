package dev.lastack.probe.walk;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Steps that begin where a host has accepted the peer's connection and is in ESTABLISHED. */
public record StackWalk(List<StackAction> actions) {

    public StackWalk {
        actions = List.copyOf(actions);
    }

    /** A random one. */
    public static StackWalk random(Random random, int length) {
        return new StackWalk(IntStream.range(0, length)
                .mapToObj(i -> StackAction.random(random))
                .toList());
    }

    /** Its first {@code length} steps. */
    public StackWalk first(int length) {
        return new StackWalk(actions.subList(0, length));
    }

    /** Every walk with one step less or one step simpler; the last step may be made simpler but stays. */
    List<StackWalk> simpler() {
        List<StackWalk> simpler = new ArrayList<>();
        for (int i = 0; i < actions.size() - 1; i++) {
            List<StackAction> fewer = new ArrayList<>(actions);
            fewer.remove(i);
            simpler.add(new StackWalk(fewer));
        }
        for (int i = 0; i < actions.size(); i++) {
            for (StackAction action : actions.get(i).simpler()) {
                List<StackAction> changed = new ArrayList<>(actions);
                changed.set(i, action);
                simpler.add(new StackWalk(changed));
            }
        }
        return simpler;
    }

    /** As a reader would say it. */
    @Override
    public String toString() {
        return actions.stream().map(StackAction::toString).collect(Collectors.joining(", then "));
    }
}
