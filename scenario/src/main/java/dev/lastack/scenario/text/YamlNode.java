package dev.lastack.scenario.text;

import java.util.Map;

/** A scenario file as a tree of places and texts, before anything is known of its meaning. */
public sealed interface YamlNode {

    /** Where it begins. */
    Place place();

    /** One value, as written. */
    record Scalar(String text, Place place) implements YamlNode {}

    /** Named values in the order of the file. */
    record Mapping(Map<String, Entry> entries, Place place) implements YamlNode {}

    /** A name, where it stands, and its value. */
    record Entry(String name, Place namePlace, YamlNode value) {

        /** The single value of this name. */
        public String text() {
            if (!(value instanceof Scalar scalar)) {
                throw new ScenarioException(value.place(), name + ": expected a single value, found a mapping");
            }
            if (scalar.text().isEmpty()) {
                throw new ScenarioException(value.place(), name + ": has no value");
            }
            return scalar.text();
        }

        /** The values under this name. */
        public Map<String, Entry> entries() {
            if (!(value instanceof Mapping mapping)) {
                throw new ScenarioException(value.place(), name + ": expected a mapping of names to values");
            }
            return mapping.entries();
        }
    }
}
