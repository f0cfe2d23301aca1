package dev.lastack.counterexamples.trace;

import dev.lastack.counterexamples.Counterexample.BrokenClaim;
import dev.lastack.model.view.StateView;
import dev.lastack.properties.claims.Claim;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.ScenarioBuilder;
import dev.lastack.scenario.text.Names;
import dev.lastack.scenario.text.Place;
import dev.lastack.scenario.text.ScenarioException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads a trace strictly: whatever is not known is refused, with its place. */
final class TraceReader {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final Set<String> TOP = Set.of("#meta", "vars", "states", "loop");
    private static final Set<String> META = Set.of(
            "format",
            "format-description",
            "lastack-trace",
            "lastack",
            "claim",
            "scenario",
            TraceWriter.ORIGIN,
            "variant",
            "knobs",
            "steps");

    private final String source;

    TraceReader(String source) {
        this.source = source;
    }

    TraceFile read(String text) {
        if (text.isBlank()) {
            throw new TraceFileException(source, "it is empty");
        }
        JsonPlace top = parse(text);
        JsonPlace meta = checkVersion(top);
        top.object(TOP);
        meta.object(META);
        meta.field("format").exactly("ITF");
        meta.field("format-description").exactly(TraceWriter.FORMAT_DESCRIPTION);
        meta.field("lastack").text();
        checkVariables(top.field("vars"));
        List<StateView> states = states(top.field("states"));
        List<TraceFile.Label> steps = steps(meta.field("steps"));
        if (states.size() != steps.size() + 1) {
            throw top.field("states")
                    .complaint("%d steps need %d states, found %d"
                            .formatted(steps.size(), steps.size() + 1, states.size()));
        }
        return new TraceFile(
                source,
                scenario(meta),
                meta.find("variant").map(JsonPlace::text).orElse(""),
                meta.find(TraceWriter.ORIGIN).map(TraceReader::origin),
                claim(meta.field("claim")),
                states,
                steps,
                loop(top, steps.size()));
    }

    private JsonPlace parse(String text) {
        try {
            return new JsonPlace(source, "", MAPPER.readTree(text));
        } catch (JacksonException e) {
            TokenStreamLocation at = e.getLocation();
            String place = at == null ? "" : at.getLineNr() + ":" + at.getColumnNr() + ": ";
            throw new TraceFileException(source, place + "no JSON: " + e.getOriginalMessage());
        }
    }

    /** Comes first, because a file of another version may differ in everything else. */
    private static JsonPlace checkVersion(JsonPlace top) {
        JsonPlace version = top.find("#meta")
                .flatMap(meta -> meta.find("lastack-trace"))
                .orElseThrow(() -> top.complaint("no trace of lastack: /#meta/lastack-trace is missing"));
        int found = version.integer();
        if (found != TraceFile.VERSION) {
            throw version.complaint(
                    "version %d of the format; this lastack reads version %d only".formatted(found, TraceFile.VERSION));
        }
        return top.field("#meta");
    }

    private static void checkVariables(JsonPlace vars) {
        List<String> found = vars.list().stream().map(JsonPlace::text).toList();
        if (!found.equals(Itf.VARIABLES)) {
            throw vars.complaint("expected " + Itf.VARIABLES + ", found " + found);
        }
    }

    private static List<StateView> states(JsonPlace place) {
        List<StateView> states = new ArrayList<>();
        for (JsonPlace item : place.list()) {
            states.add(Itf.state(item, states.size()));
        }
        return states;
    }

    private static List<TraceFile.Label> steps(JsonPlace place) {
        List<TraceFile.Label> steps = new ArrayList<>();
        for (JsonPlace item : place.list()) {
            item.object(Set.of("action", "label"));
            steps.add(new TraceFile.Label(
                    item.field("action").integer(), item.field("label").text()));
        }
        return steps;
    }

    private static Scenario scenario(JsonPlace meta) {
        String name = meta.field("scenario").text();
        JsonPlace knobs = meta.field("knobs");
        try {
            ScenarioBuilder builder = Scenario.builder(name);
            for (String knob : knobs.names()) {
                builder.set(knob, knobs.field(knob).text());
            }
            Scenario scenario = builder.build();
            checkWhole(knobs, scenario);
            return scenario;
        } catch (ScenarioException e) {
            throw knobs.complaint(String.valueOf(e.getMessage()));
        }
    }

    private static void checkWhole(JsonPlace knobs, Scenario scenario) {
        Map<String, String> whole = WholeScenario.knobs(scenario);
        for (String knob : whole.keySet()) {
            if (knobs.find(knob).isEmpty()) {
                throw knobs.complaint("the knob " + knob + " is missing; a trace file states every one");
            }
        }
    }

    private static ScenarioOrigin origin(JsonPlace place) {
        place.object(Set.of("path", "knobs"));
        JsonPlace knobs = place.field("knobs");
        Map<String, String> settings = new HashMap<>();
        knobs.names().forEach(knob -> settings.put(knob, knobs.field(knob).text()));
        return new ScenarioOrigin(place.field("path").text(), settings);
    }

    private static BrokenClaim claim(JsonPlace place) {
        place.object(Set.of("id", "sentence", "assumptions"));
        return new BrokenClaim(
                claimName(place.field("id")),
                place.field("sentence").text(),
                place.field("assumptions").list().stream().map(JsonPlace::text).collect(Collectors.toList()));
    }

    /** A trace is a foreign file, and what is drawn from it names files, classes and methods after the claim. */
    private static String claimName(JsonPlace id) {
        try {
            Claim.parts(id.text()).forEach(part -> Names.claim(part, Place.of("claim")));
            return id.text();
        } catch (ScenarioException e) {
            throw id.complaint(String.valueOf(e.getMessage()));
        }
    }

    private static OptionalInt loop(JsonPlace top, int steps) {
        if (top.find("loop").isEmpty()) {
            return OptionalInt.empty();
        }
        int start = top.field("loop").integer();
        if (start < 0 || start > steps) {
            throw top.field("loop").complaint("expected 0 to " + steps + ", found " + start);
        }
        return OptionalInt.of(start);
    }
}
