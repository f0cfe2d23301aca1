package dev.lastack.counterexamples.trace;

import dev.lastack.counterexamples.Counterexample;
import dev.lastack.counterexamples.Counterexample.Move;
import dev.lastack.model.decisions.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes a trace so that people can read it and compare two: a line for each knob, step and state. */
final class TraceWriter {

    static final String FORMAT_DESCRIPTION = "https://apalache-mc.org/docs/adr/015adr-trace.html";

    /** The field of the scenario file that a run was found in. */
    static final String ORIGIN = "scenario-file";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private TraceWriter() {}

    static String text(Counterexample run, Optional<ScenarioOrigin> origin) {
        List<String> fields = new ArrayList<>();
        fields.add("  \"#meta\": " + meta(run, origin));
        fields.add("  \"vars\": " + strings(Itf.VARIABLES));
        fields.add("  \"states\": " + states(run));
        run.loopStart().ifPresent(start -> fields.add("  \"loop\": " + start));
        return block(fields, "{", "}", "") + "\n";
    }

    private static String meta(Counterexample run, Optional<ScenarioOrigin> origin) {
        List<String> fields = new ArrayList<>();
        fields.add(field("format", JSON.stringNode("ITF")));
        fields.add(field("format-description", JSON.stringNode(FORMAT_DESCRIPTION)));
        fields.add(field("lastack-trace", JSON.numberNode(TraceFile.VERSION)));
        fields.add(field("lastack", JSON.stringNode(Version.current())));
        fields.add(field("claim", claim(run.claim())));
        fields.add(field("scenario", JSON.stringNode(run.scenario().name())));
        origin.ifPresent(file -> fields.add(field(ORIGIN, origin(file))));
        if (!run.variant().equals(Variant.OF_KNOBS)) {
            fields.add(field("variant", JSON.stringNode(run.variant().name())));
        }
        fields.add("    \"knobs\": " + knobs(run));
        fields.add("    \"steps\": " + steps(run));
        return block(fields, "{", "}", "  ");
    }

    private static ObjectNode origin(ScenarioOrigin origin) {
        ObjectNode node = JSON.objectNode().put("path", origin.file());
        origin.settings().forEach(node.putObject("knobs")::put);
        return node;
    }

    private static ObjectNode claim(Counterexample.BrokenClaim claim) {
        ObjectNode node = JSON.objectNode().put("id", claim.id()).put("sentence", claim.sentence());
        node.set("assumptions", strings(claim.assumptions()));
        return node;
    }

    private static ArrayNode strings(List<String> texts) {
        ArrayNode list = JSON.arrayNode();
        texts.forEach(list::add);
        return list;
    }

    private static String knobs(Counterexample run) {
        List<String> lines = new ArrayList<>();
        WholeScenario.knobs(run.scenario())
                .forEach((name, value) -> lines.add("  " + field(name, JSON.stringNode(value))));
        return block(lines, "{", "}", "    ");
    }

    private static String steps(Counterexample run) {
        List<String> lines = new ArrayList<>();
        for (Move move : run.moves()) {
            ObjectNode step = JSON.objectNode();
            step.set("action", Itf.integer(move.action()));
            step.put("label", move.label());
            lines.add("      " + step);
        }
        return block(lines, "[", "]", "    ");
    }

    private static String states(Counterexample run) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < run.states().size(); i++) {
            lines.add("    " + Itf.state(run.states().get(i), i));
        }
        return block(lines, "[", "]", "  ");
    }

    private static String field(String name, JsonNode value) {
        return "    " + JSON.stringNode(name) + ": " + value;
    }

    private static String block(List<String> lines, String open, String close, String indent) {
        return lines.isEmpty() ? open + close : open + "\n" + String.join(",\n", lines) + "\n" + indent + close;
    }
}
