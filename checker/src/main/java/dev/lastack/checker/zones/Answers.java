package dev.lastack.checker.zones;

import dev.lastack.checker.Property.StepInvariant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the steps so far say of each property. They are told in the order of the search, by one thread. */
final class Answers {

    private final List<StepInvariant> properties;
    private final @Nullable TimedRun[] runs;
    private final @Nullable TimedRun[] ties;
    private long observed;

    /** The facts that violate a property for which there is no run yet. */
    private long sought;

    Answers(List<StepInvariant> properties) {
        this.properties = properties;
        this.runs = new TimedRun[properties.size()];
        this.ties = new TimedRun[properties.size()];
        seek();
    }

    private void seek() {
        sought = 0;
        for (int i = 0; i < runs.length; i++) {
            sought |= runs[i] == null ? properties.get(i).violation() : 0;
        }
    }

    /** A step from {@code node} by {@code edge} is possible. */
    void step(Node node, Edge edge) {
        observed |= edge.observations();
        if ((edge.observations() & sought) == 0) {
            return;
        }
        ZonePath path = node.pathBy(edge);
        Optional<TimedRun> apart = Schedule.of(path, true);
        for (int i = 0; i < runs.length; i++) {
            if (runs[i] == null && properties.get(i).isViolatedBy(edge.observations())) {
                runs[i] = apart.orElse(null);
                if (runs[i] == null && ties[i] == null) {
                    ties[i] = Schedule.of(path, false)
                            .orElseThrow(() -> new AssertionError("a path through zones has no times"));
                }
            }
        }
        seek();
    }

    /** Whether there is a run for every property. */
    boolean isComplete() {
        return sought == 0 && !properties.isEmpty();
    }

    Map<String, ZoneAnswer> byName() {
        Map<String, ZoneAnswer> answers = new LinkedHashMap<>();
        for (int i = 0; i < runs.length; i++) {
            StepInvariant property = properties.get(i);
            boolean tested = (observed & (property.relevant() | property.violation())) != 0;
            TimedRun run = runs[i];
            answers.put(property.name(), new ZoneAnswer(tested, Optional.ofNullable(run == null ? ties[i] : run)));
        }
        return answers;
    }
}
