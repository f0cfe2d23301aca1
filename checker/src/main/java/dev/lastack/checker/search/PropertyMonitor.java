package dev.lastack.checker.search;

import dev.lastack.checker.Property;
import dev.lastack.checker.store.level.StateOrder;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks the properties on what one worker sees, and keeps the least evidence in the current level. */
public final class PropertyMonitor implements Sightings {

    private final int words;
    private final List<Property> properties;
    private final PropertyFindings findings;
    private final boolean[] relevant;
    private final long[] @Nullable [] least;
    private final int[] action;
    private long observed;
    private long violations;

    public PropertyMonitor(int words, List<Property> properties, PropertyFindings findings) {
        this.words = words;
        this.properties = properties;
        this.findings = findings;
        this.relevant = new boolean[properties.size()];
        this.least = new long[properties.size()][];
        this.action = new int[properties.size()];
    }

    /** Begins a level: evidence is sought for the properties that have none yet. */
    public void open() {
        Arrays.fill(least, null);
        violations = 0;
        for (int p = 0; p < properties.size(); p++) {
            if (properties.get(p) instanceof Property.StepInvariant invariant && findings.lacks(p)) {
                violations |= invariant.violation();
            }
        }
    }

    /** A state seen for the first time. */
    public void state(long[] states, int offset) {
        for (int p = 0; p < properties.size(); p++) {
            Property property = properties.get(p);
            if (!findings.lacks(p)) {
                continue;
            }
            if (property instanceof Property.Invariant invariant) {
                relevant[p] = relevant[p] || invariant.relevant().test(states, offset);
                keepIf(invariant.isViolatedBy(states, offset), p, states, offset);
            } else if (property instanceof Property.Reachable reachable) {
                keepIf(reachable.witness().test(states, offset), p, states, offset);
            }
        }
    }

    /** A step from the state at {@code source[offset..]}. */
    void step(long[] source, int offset, int action, long observations) {
        observed |= observations;
        if ((observations & violations) != 0) {
            for (int p = 0; p < properties.size(); p++) {
                if (properties.get(p) instanceof Property.StepInvariant invariant
                        && invariant.isViolatedBy(observations)
                        && findings.lacks(p)) {
                    keep(p, source, offset, action);
                }
            }
        }
    }

    /** A state that has no step, and lost none to a bound. */
    void deadlock(long[] states, int offset) {
        for (int p = 0; p < properties.size(); p++) {
            if (properties.get(p) instanceof Property.DeadlockFree free && findings.lacks(p)) {
                keepIf(free.isViolatedBy(states, offset), p, states, offset);
            }
        }
    }

    private void keepIf(boolean evidence, int property, long[] states, int offset) {
        if (evidence) {
            keep(property, states, offset, PropertyFinding.NONE);
        }
    }

    private void keep(int property, long[] states, int offset, int by) {
        long[] known = least[property];
        int order = known == null ? -1 : StateOrder.compare(states, offset, known, 0, words);
        if (order < 0 || (order == 0 && by < action[property])) {
            least[property] = Arrays.copyOfRange(states, offset, offset + words);
            action[property] = by;
        }
    }

    @Override
    public @Nullable PropertyFinding least(int property, int level) {
        long[] state = least[property];
        return state == null ? null : new PropertyFinding(level, state, action[property]);
    }

    @Override
    public boolean relevant(int property) {
        return properties.get(property) instanceof Property.StepInvariant invariant
                ? (observed & invariant.relevant()) != 0
                : relevant[property];
    }
}
