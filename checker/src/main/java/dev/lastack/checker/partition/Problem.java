package dev.lastack.checker.partition;

import dev.lastack.checker.Property;
import dev.lastack.checker.TransitionSystem;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A transition system and what is to be decided about it. */
public record Problem(TransitionSystem system, List<Property> properties) {

    private static final AtomicReference<@Nullable Built> LATEST = new AtomicReference<>();

    public Problem {
        properties = List.copyOf(properties);
        if (properties.stream().map(Property::name).distinct().count() < properties.size()) {
            throw new IllegalArgumentException("two properties have the same name");
        }
    }

    private record Built(Recipe recipe, Problem problem) {}

    /** The problem of {@code recipe}, built once per process as long as no other is asked for. */
    static synchronized Problem of(Recipe recipe) {
        Built latest = LATEST.get();
        if (latest == null || !latest.recipe.equals(recipe)) {
            latest = new Built(recipe, recipe.build());
            LATEST.set(latest);
        }
        return latest.problem;
    }

    int words() {
        return system.words();
    }
}
