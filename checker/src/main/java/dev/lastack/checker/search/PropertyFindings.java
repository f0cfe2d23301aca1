package dev.lastack.checker.search;

import dev.lastack.checker.Property;
import dev.lastack.checker.Trace;
import dev.lastack.checker.Verdict;
import dev.lastack.checker.store.level.StateOrder;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the levels so far say of each property. Changed only between levels. */
public final class PropertyFindings {

    private final int words;
    private final List<Property> properties;
    private final @Nullable PropertyFinding[] found;
    private final boolean[] relevant;

    public PropertyFindings(int words, List<Property> properties) {
        this.words = words;
        this.properties = properties;
        this.found = new PropertyFinding[properties.size()];
        this.relevant = new boolean[properties.size()];
    }

    /** Whether there is no evidence yet for property {@code property}. */
    public boolean lacks(int property) {
        return found[property] == null;
    }

    /** Takes over what was sighted while the states of level {@code expanded} were expanded (-1: initial states). */
    public void merge(List<? extends Sightings> sightings, int expanded) {
        for (int p = 0; p < properties.size(); p++) {
            int property = p;
            relevant[p] |= sightings.stream().anyMatch(seen -> seen.relevant(property));
            if (lacks(p)) {
                int level = isOfSource(properties.get(p)) ? expanded : expanded + 1;
                found[p] = sightings.stream()
                        .map(seen -> seen.least(property, level))
                        .filter(Objects::nonNull)
                        .min((a, b) -> compare(a, b))
                        .orElse(null);
            }
        }
    }

    /** Whether the evidence is a state that was expanded, not one that was found. */
    private static boolean isOfSource(Property property) {
        return property instanceof Property.StepInvariant || property instanceof Property.DeadlockFree;
    }

    private int compare(PropertyFinding a, PropertyFinding b) {
        int order = StateOrder.compare(a.state(), 0, b.state(), 0, words);
        return order != 0 ? order : Integer.compare(a.action(), b.action());
    }

    public void write(DataOutput out) throws IOException {
        for (int p = 0; p < found.length; p++) {
            out.writeBoolean(relevant[p]);
            PropertyFinding finding = found[p];
            out.writeBoolean(finding != null);
            if (finding != null) {
                out.writeInt(finding.level());
                out.writeInt(finding.action());
                for (long word : finding.state()) {
                    out.writeLong(word);
                }
            }
        }
    }

    /** Reads what {@link #write} wrote of findings on the same properties. */
    public void read(DataInput in) throws IOException {
        for (int p = 0; p < found.length; p++) {
            relevant[p] = in.readBoolean();
            if (in.readBoolean()) {
                int level = in.readInt();
                int action = in.readInt();
                long[] state = new long[words];
                for (int word = 0; word < words; word++) {
                    state[word] = in.readLong();
                }
                found[p] = new PropertyFinding(level, state, action);
            }
        }
    }

    /** All evidence there is. */
    public List<PropertyFinding> all() {
        return Stream.of(found).filter(Objects::nonNull).distinct().toList();
    }

    /** The verdicts by name; {@code stopped} says why the search ended early, if it did. */
    public Map<String, Verdict> verdicts(Map<PropertyFinding, Trace> traces, Optional<String> stopped) {
        Map<String, Verdict> verdicts = new LinkedHashMap<>();
        for (int p = 0; p < properties.size(); p++) {
            PropertyFinding finding = found[p];
            Property property = properties.get(p);
            verdicts.put(
                    property.name(),
                    finding != null
                            ? decided(property, Objects.requireNonNull(traces.get(finding)))
                            : stopped.<Verdict>map(Verdict.Inconclusive::new).orElse(undisputed(p)));
        }
        return verdicts;
    }

    private static Verdict decided(Property property, Trace trace) {
        return property instanceof Property.Reachable ? new Verdict.Witnessed(trace) : new Verdict.Violated(trace);
    }

    private Verdict undisputed(int property) {
        return properties.get(property) instanceof Property.DeadlockFree || relevant[property]
                ? new Verdict.Holds()
                : new Verdict.Vacuous();
    }
}
