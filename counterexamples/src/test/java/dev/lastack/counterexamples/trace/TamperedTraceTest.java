package dev.lastack.counterexamples.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.counterexamples.Counterexample;
import dev.lastack.counterexamples.fixture.Verified;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Every field of a trace file is changed, and every one left out, in turn: it is refused, or it means the same run. */
class TamperedTraceTest {

    private static final JsonMapper MAPPER = new JsonMapper();

    private final Counterexample run = Verified.randomIsnRuns().get(0);
    private final List<String> accepted = new ArrayList<>();
    private int tampered;

    @Test
    void isRefusedOrEquivalent() {
        JsonNode whole = MAPPER.readTree(TraceFile.text(run));
        visit("", whole, whole);
        assertThat(tampered).isGreaterThan(1000);
        assertThat(accepted)
                .as("only the names of versions and scenarios, and knobs that this run does not hang on, may change")
                .allMatch(path -> path.equals("/#meta/lastack changed")
                        || path.equals("/#meta/scenario changed")
                        || path.startsWith("/#meta/knobs/"));
    }

    private void visit(String path, JsonNode node, JsonNode whole) {
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> field : List.copyOf(object.properties())) {
                String place = path + "/" + field.getKey();
                visit(place, field.getValue(), whole);
                if (field.getValue().isValueNode()) {
                    object.set(field.getKey(), changed(field.getValue()));
                    check(place + " changed", whole);
                }
                object.remove(field.getKey());
                check(place + " left out", whole);
                object.set(field.getKey(), field.getValue());
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                JsonNode item = array.get(i);
                visit(path + "/" + i, item, whole);
                if (item.isValueNode()) {
                    array.set(i, changed(item));
                    check(path + "/" + i + " changed", whole);
                }
                array.remove(i);
                check(path + "/" + i + " left out", whole);
                array.insert(i, item);
            }
        }
    }

    private static JsonNode changed(JsonNode value) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        if (value.isNumber()) {
            return json.numberNode(value.intValue() + 1);
        }
        if (value.isBoolean()) {
            return json.booleanNode(!value.booleanValue());
        }
        String text = value.stringValue();
        return json.stringNode(text.matches("[0-9]+") ? String.valueOf(Integer.parseInt(text) + 1) : text + "x");
    }

    private void check(String what, JsonNode whole) {
        tampered++;
        try {
            Replay.Outcome outcome =
                    Replay.of(TraceFile.parse("run", whole.toString())).run();
            if (outcome instanceof Replay.Outcome.Confirmed confirmed) {
                assertThat(confirmed.counterexample().states()).as(what).isEqualTo(run.states());
                assertThat(confirmed.counterexample().moves()).as(what).isEqualTo(run.moves());
                accepted.add(what);
            }
        } catch (TraceFileException refused) {
            assertThat(refused)
                    .as(what)
                    .hasMessageStartingWith("run: ")
                    .message()
                    .doesNotContain("\n");
        }
    }
}
