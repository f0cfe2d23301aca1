package dev.lastack.explore.web;

import dev.lastack.explore.Choices;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The body of a request, read strictly: an object whose fields are known, of the right type and in range. */
final class RequestBody {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final Set<String> FIELDS =
            Set.of("scenario", "choices", "at", "steps", "seed", "claim", "state", "otherwise");

    private final JsonNode fields;

    private RequestBody(JsonNode fields) {
        this.fields = fields;
    }

    static RequestBody parse(byte[] body) {
        JsonNode node;
        try {
            node = MAPPER.readTree(body);
        } catch (JacksonException e) {
            throw new Refusal(
                    400, "the body is no JSON: " + e.getOriginalMessage().replaceAll("\\s+", " "));
        }
        if (node == null || !node.isObject()) {
            throw new Refusal(400, "the body is no JSON object");
        }
        for (Iterator<String> names = node.propertyNames().iterator(); names.hasNext(); ) {
            String name = names.next();
            if (!FIELDS.contains(name)) {
                throw new Refusal(400, "there is no field '" + shown(name) + "'");
            }
        }
        return new RequestBody(node);
    }

    /** The digest of the scenario that the choices belong to. */
    String scenario() {
        return text("scenario").orElseThrow(() -> new Refusal(400, "scenario: it is missing; its digest is wanted"));
    }

    Choices choices() {
        return Choices.parse(text("choices").orElseThrow(() -> new Refusal(400, "choices: they are missing")));
    }

    Optional<String> text(String name) {
        JsonNode node = fields.get(name);
        if (node == null) {
            return Optional.empty();
        }
        if (!node.isString()) {
            throw new Refusal(400, name + ": " + shown(node.toString()) + " is no text");
        }
        return Optional.of(node.stringValue());
    }

    int number(String name, int least, int most) {
        JsonNode node = fields.get(name);
        if (node == null
                || !node.isIntegralNumber()
                || !node.canConvertToInt()
                || node.intValue() < least
                || node.intValue() > most) {
            String found = node == null ? "nothing" : shown(node.toString());
            throw new Refusal(400, name + ": expected a number from " + least + " to " + most + ", found " + found);
        }
        return node.intValue();
    }

    boolean has(String name) {
        return fields.has(name);
    }

    private static String shown(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ");
        return line.length() > 60 ? line.substring(0, 60) + "…" : line;
    }
}
