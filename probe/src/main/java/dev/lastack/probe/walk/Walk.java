package dev.lastack.probe.walk;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Steps that begin where a host has accepted the peer's connection and is in ESTABLISHED. */
public record Walk(List<Action> actions) {

    public Walk {
        actions = List.copyOf(actions);
    }

    /** A random one. */
    public static Walk random(Random random, int length) {
        return new Walk(
                IntStream.range(0, length).mapToObj(i -> Action.random(random)).toList());
    }

    /** Its first {@code length} steps. */
    public Walk first(int length) {
        return new Walk(actions.subList(0, length));
    }

    /** Every walk with one step less or one step simpler; the last step may be made simpler but stays. */
    List<Walk> simpler() {
        List<Walk> simpler = new ArrayList<>();
        for (int i = 0; i < actions.size() - 1; i++) {
            List<Action> fewer = new ArrayList<>(actions);
            fewer.remove(i);
            simpler.add(new Walk(fewer));
        }
        for (int i = 0; i < actions.size(); i++) {
            for (Action action : actions.get(i).simpler()) {
                List<Action> changed = new ArrayList<>(actions);
                changed.set(i, action);
                simpler.add(new Walk(changed));
            }
        }
        return simpler;
    }

    /** As a reader would say it. */
    @Override
    public String toString() {
        return actions.stream().map(Action::toString).collect(Collectors.joining(", then "));
    }
}
