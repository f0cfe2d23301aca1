package dev.lastack.cli.graph;

import dev.lastack.checker.lts.Lts;
import java.io.PrintWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** One JSON object: the scenario, the states in order of their numbers, and the transitions. */
final class JsonGraph implements GraphWriter {

    /** Rises with every change that could break a reader. */
    private static final int SCHEMA_VERSION = 1;

    @Override
    public void write(String name, Lts graph, PrintWriter out) {
        JsonMapper mapper = JsonMapper.builder()
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build();
        try (JsonGenerator json = mapper.createGenerator(out)) {
            json.writeStartObject();
            json.writeNumberProperty("version", SCHEMA_VERSION);
            json.writeStringProperty("scenario", name);
            json.writeNumberProperty("initial", 0);
            json.writeArrayPropertyStart("states");
            graph.forEachState((state, description) -> json.writeString(description));
            json.writeEndArray();
            json.writeArrayPropertyStart("transitions");
            graph.forEachTransition((from, label, to) -> {
                json.writeStartObject();
                json.writeNumberProperty("from", from);
                json.writeStringProperty("label", label);
                json.writeNumberProperty("to", to);
                json.writeEndObject();
            });
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }
}
