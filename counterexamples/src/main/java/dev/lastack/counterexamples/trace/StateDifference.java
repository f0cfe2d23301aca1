package dev.lastack.counterexamples.trace;

import dev.lastack.model.view.StateView;
import java.util.Optional;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** The first place where two states differ, named as in the file. */
public record StateDifference(String path, String expected, String found) {

    /** Where {@code found} first differs from {@code expected}; empty if it does not. */
    public static Optional<StateDifference> first(StateView expected, StateView found) {
        return first("", Itf.state(expected, 0), Itf.state(found, 0));
    }

    private static Optional<StateDifference> first(String path, JsonNode expected, JsonNode found) {
        if (expected.equals(found)) {
            return Optional.empty();
        }
        if (expected.isObject() && found.isObject()) {
            TreeSet<String> names = new TreeSet<>(expected.propertyNames());
            names.addAll(found.propertyNames());
            return names.stream()
                    .flatMap(name -> first(path + "/" + name, expected.path(name), found.path(name)).stream())
                    .findFirst();
        }
        if (expected.isArray() && found.isArray() && expected.size() == found.size()) {
            for (int i = 0; i < expected.size(); i++) {
                Optional<StateDifference> inner = first(path + "/" + i, expected.get(i), found.get(i));
                if (inner.isPresent()) {
                    return inner;
                }
            }
        }
        return Optional.of(new StateDifference(path, expected.toString(), found.toString()));
    }
}
