package dev.lastack.counterexamples.trace;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** A value in a JSON document together with its place, so that every complaint can name it. */
final class JsonPlace {

    private final String source;
    private final String path;
    private final JsonNode node;

    JsonPlace(String source, String path, JsonNode node) {
        this.source = source;
        this.path = path;
        this.node = node;
    }

    TraceFileException complaint(String problem) {
        return new TraceFileException(source, (path.isEmpty() ? "" : path + ": ") + problem);
    }

    private TraceFileException expected(String what) {
        String found = node.toString();
        String shown = found.length() > 40 ? found.substring(0, 40) + "…" : found;
        return complaint("expected " + what + ", found " + shown);
    }

    /** Refuses anything but an object whose fields are all among {@code known}. */
    JsonPlace object(Set<String> known) {
        if (!node.isObject()) {
            throw expected("an object");
        }
        for (String name : node.propertyNames()) {
            if (!known.contains(name)) {
                throw complaint("unknown field \"" + name + "\"; known are " + String.join(", ", new TreeSet<>(known)));
            }
        }
        return this;
    }

    JsonPlace field(String name) {
        return find(name).orElseThrow(() -> complaint("the field \"" + name + "\" is missing"));
    }

    Optional<JsonPlace> find(String name) {
        return Optional.ofNullable(node.get(name)).map(child -> new JsonPlace(source, path + "/" + name, child));
    }

    /** The names of the fields of an object, in order. */
    List<String> names() {
        if (!node.isObject()) {
            throw expected("an object");
        }
        return List.copyOf(node.propertyNames());
    }

    List<JsonPlace> list() {
        if (!node.isArray()) {
            throw expected("a list");
        }
        List<JsonPlace> items = new ArrayList<>();
        Iterator<JsonNode> children = node.iterator();
        while (children.hasNext()) {
            items.add(new JsonPlace(source, path + "/" + items.size(), children.next()));
        }
        return items;
    }

    String text() {
        if (!node.isString()) {
            throw expected("a string");
        }
        return node.stringValue();
    }

    boolean bool() {
        if (!node.isBoolean()) {
            throw expected("true or false");
        }
        return node.booleanValue();
    }

    /** An integer as ITF writes it, plain or as {@code {"#bigint": "…"}}. */
    int integer() {
        try {
            if (node.isObject()) {
                return Integer.parseInt(
                        object(Set.of("#bigint")).field("#bigint").text());
            }
            if (node.isIntegralNumber() && node.canConvertToInt()) {
                return node.intValue();
            }
        } catch (NumberFormatException e) {
            throw expected("an integer of 32 bits");
        }
        throw expected("an integer of 32 bits");
    }

    /** Refuses any other text than {@code wanted}. */
    void exactly(String wanted) {
        if (!text().equals(wanted)) {
            throw expected("\"" + wanted + "\"");
        }
    }
}
