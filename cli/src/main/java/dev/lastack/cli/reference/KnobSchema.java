package dev.lastack.cli.reference;

import dev.lastack.scenario.Expectation;
import dev.lastack.scenario.knobs.Host;
import dev.lastack.scenario.knobs.Knob;
import dev.lastack.scenario.knobs.KnobType;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The knob table as a JSON schema, with which editors complete and check scenario files. It describes single values;
 * what depends on two of them is checked by lastack alone.
 */
final class KnobSchema {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private KnobSchema() {}

    static String json(List<Knob<?>> knobs) {
        ObjectNode schema = JSON.createObjectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "lastack scenario");
        schema.put("type", "object");
        schema.put("additionalProperties", false);
        ObjectNode properties = schema.putObject("properties");
        described(
                        properties,
                        "extends",
                        "The scenario to start from: a shipped variant, or a file relative to this one.")
                .put("type", "string");
        described(properties, "description", "What this scenario is.").put("type", "string");
        for (Host host : Host.values()) {
            endpoint(properties.putObject(host.name()), host, knobs);
        }
        for (Knob<?> knob : knobs) {
            knob(properties, knob.name(), knob);
            if (knob.scope() == Knob.Scope.ENDPOINT) {
                knob(properties, "A." + knob.name(), knob);
                knob(properties, "B." + knob.name(), knob);
            }
        }
        expect(described(properties, "expect", "The expected verdicts, by claim."));
        described(properties, "ltl", "Your own claims, as formulas of linear temporal logic, by name.")
                .put("type", "object")
                .putObject("additionalProperties")
                .put("type", "string");
        ObjectWriter writer = JSON.writerWithDefaultPrettyPrinter();
        return writer.writeValueAsString(schema) + "\n";
    }

    private static ObjectNode described(ObjectNode properties, String name, String description) {
        return properties.putObject(name).put("description", description);
    }

    private static void endpoint(ObjectNode node, Host host, List<Knob<?>> knobs) {
        node.put("description", "The knobs of host " + host + ", or the variant whose endpoint knobs it takes.");
        ArrayNode either = node.putArray("anyOf");
        either.addObject().put("type", "string");
        ObjectNode mapping = either.addObject().put("type", "object").put("additionalProperties", false);
        ObjectNode properties = mapping.putObject("properties");
        described(properties, "extends", "The variant whose endpoint knobs it takes.")
                .put("type", "string");
        knobs.stream()
                .filter(knob -> knob.scope() == Knob.Scope.ENDPOINT)
                .forEach(knob -> knob(properties, knob.name(), knob));
    }

    private static void knob(ObjectNode properties, String name, Knob<?> knob) {
        ObjectNode node = described(properties, name, knob.sentence() + " Default: " + knob.defaultText() + ".");
        KnobType<?> type = knob.type();
        ArrayNode either = node.putArray("anyOf");
        if (!type.words().isEmpty()) {
            ArrayNode words = either.addObject().putArray("enum");
            // A word of digits, such as a power of two, is a number in YAML.
            type.words().forEach(word -> {
                if (word.matches("\\d+")) {
                    words.add(Integer.parseInt(word));
                } else {
                    words.add(word);
                }
            });
        }
        type.numbers()
                .ifPresent(numbers -> either.addObject()
                        .put("type", "integer")
                        .put("minimum", numbers.least())
                        .put("maximum", numbers.greatest()));
        type.pattern()
                .ifPresent(pattern -> either.addObject().put("type", "string").put("pattern", "^(?:" + pattern + ")$"));
    }

    private static void expect(ObjectNode node) {
        List<String> outcomes = Arrays.stream(Expectation.Outcome.values())
                .map(Object::toString)
                .toList();
        node.put("type", "object");
        ArrayNode either = node.putObject("additionalProperties").putArray("anyOf");
        ArrayNode words = either.addObject().putArray("enum");
        outcomes.forEach(words::add);
        ObjectNode full = either.addObject().put("type", "object").put("additionalProperties", false);
        full.putArray("required").add("verdict");
        ObjectNode parts = full.putObject("properties");
        ArrayNode verdicts = parts.putObject("verdict").putArray("enum");
        outcomes.forEach(verdicts::add);
        described(parts, "because", "An RFC section, or observed.").put("type", "string");
    }
}
