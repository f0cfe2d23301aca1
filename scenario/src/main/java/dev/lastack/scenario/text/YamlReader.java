package dev.lastack.scenario.text;

import dev.lastack.scenario.text.YamlNode.Entry;
import dev.lastack.scenario.text.YamlNode.Mapping;
import dev.lastack.scenario.text.YamlNode.Scalar;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads the part of YAML that a scenario needs: one document of nested mappings with texts as leaves. It reads the
 * parser's events, not its objects, because nothing a hostile file contains (aliases that multiply, tags that construct,
 * nesting without end) is then ever built.
 */
public final class YamlReader {

    private static final int DEEPEST = 4;

    private final String source;
    private final Iterator<Event> events;

    private YamlReader(String text, String source) {
        this.source = source;
        LoadSettings settings = LoadSettings.builder().setLabel(source).build();
        this.events = new Parse(settings).parseString(text).iterator();
    }

    /** The document in {@code text}, which {@code source} names in complaints. */
    public static Mapping read(String text, String source) {
        try {
            return new YamlReader(text, source).document();
        } catch (MarkedYamlEngineException malformed) {
            // The parser notices a missing colon in the next line; the context is the line that lacks it.
            boolean noColon = String.valueOf(malformed.getProblem()).contains("expected ':'");
            Optional<Mark> mark = noColon ? malformed.getContextMark() : malformed.getProblemMark();
            throw new ScenarioException(place(source, mark), "is not well-formed YAML: " + malformed.getProblem());
        } catch (YamlEngineException malformed) {
            throw new ScenarioException(Place.of(source), "is not well-formed YAML: " + malformed.getMessage());
        }
    }

    private Mapping document() {
        Event event = events.next();
        while (event.getEventId() == Event.ID.StreamStart || event.getEventId() == Event.ID.DocumentStart) {
            event = events.next();
        }
        if (event.getEventId() == Event.ID.StreamEnd) {
            throw new ScenarioException(Place.of(source), "is empty");
        }
        YamlNode node = node(event, 1);
        if (!(node instanceof Mapping mapping)) {
            throw new ScenarioException(node.place(), "expected knobs and their values (msl: 2), found a single value");
        }
        events.next();
        Event end = events.next();
        if (end.getEventId() != Event.ID.StreamEnd) {
            throw new ScenarioException(place(end), "a second document; a file has one scenario");
        }
        return mapping;
    }

    private YamlNode node(Event event, int depth) {
        refuseSharing(event);
        if (depth > DEEPEST) {
            throw new ScenarioException(place(event), "is nested too deeply for a scenario");
        }
        return switch (event.getEventId()) {
            case Scalar -> new Scalar(((ScalarEvent) event).getValue(), place(event));
            case MappingStart -> mapping(place(event), depth);
            case SequenceStart -> throw new ScenarioException(place(event), "a list has no meaning in a scenario");
            case Alias, Comment, DocumentEnd, DocumentStart, MappingEnd, SequenceEnd, StreamEnd, StreamStart ->
                throw new AssertionError("unexpected " + event);
        };
    }

    private Mapping mapping(Place start, int depth) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
            YamlNode name = node(event, depth + 1);
            if (!(name instanceof Scalar key)) {
                throw new ScenarioException(name.place(), "a name has to be a single word");
            }
            Entry entry = new Entry(key.text(), key.place(), node(events.next(), depth + 1));
            Entry earlier = entries.put(key.text(), entry);
            if (earlier != null) {
                throw new ScenarioException(
                        key.place(),
                        Abbreviated.of(key.text()) + ": is said twice, first in line "
                                + earlier.namePlace().line());
            }
        }
        return new Mapping(entries, start);
    }

    private void refuseSharing(Event event) {
        boolean anchored = event instanceof NodeEvent node && node.getAnchor().isPresent();
        if (event instanceof AliasEvent || anchored) {
            throw new ScenarioException(
                    place(event), "anchors and aliases are not read here; use extends to share settings");
        }
    }

    private Place place(Event event) {
        return place(source, event.getStartMark());
    }

    private static Place place(String source, Optional<Mark> mark) {
        return mark.map(m -> new Place(source, m.getLine() + 1, m.getColumn() + 1))
                .orElse(Place.of(source));
    }
}
