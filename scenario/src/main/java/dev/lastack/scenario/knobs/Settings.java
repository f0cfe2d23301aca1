package dev.lastack.scenario.knobs;

import dev.lastack.scenario.text.Abbreviated;
import dev.lastack.scenario.text.NearestName;
import dev.lastack.scenario.text.Place;
import dev.lastack.scenario.text.ScenarioException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Knobs that were set, as they were written: each with its place, so that whatever turns out to be wrong later can be
 * shown there. Endpoint knobs are kept per host; a name without a host sets both.
 */
public final class Settings {

    /** The names in a scenario that are no knobs. */
    public static final List<String> WORDS = List.of("extends", "description", "A", "B", "expect", "ltl");

    private final Map<String, Setting> settings = new LinkedHashMap<>();

    /** A value as it was written. */
    record Setting(String text, Place place) {}

    /** Sets a knob, named as in a scenario: {@code msl}, {@code isn} (both hosts) or {@code A.isn}. */
    public void set(String name, String text, Place place) {
        Knob<?> knob = requireKnob(name, place);
        knob.parse(text, place);
        for (String key : keys(knob, hostOf(name))) {
            settings.put(key, new Setting(text, place));
        }
    }

    /** The knob of that name, with or without a host, or the complaint that there is none. */
    public static Knob<?> requireKnob(String name, Place place) {
        Optional<Host> host = hostOf(name);
        Knob<?> knob = knob(host.isPresent() ? name.substring(2) : name, place);
        if (host.isPresent() && !knob.isEndpoint()) {
            throw new ScenarioException(
                    place, name + ": " + knob.name() + " is not a host's own; write it without '" + host.get() + ".'");
        }
        return knob;
    }

    private static Optional<Host> hostOf(String name) {
        if (name.startsWith("A.")) {
            return Optional.of(Host.A);
        }
        return name.startsWith("B.") ? Optional.of(Host.B) : Optional.empty();
    }

    private static Knob<?> knob(String name, Place place) {
        return Knobs.named(name).orElseThrow(() -> {
            List<String> names = Stream.concat(Knobs.all().stream().map(Knob::name), WORDS.stream())
                    .toList();
            String nearest = NearestName.to(name, names)
                    .map(known -> "did you mean '" + known + "'?")
                    .orElse("'lastack knobs' lists them");
            return new ScenarioException(place, "there is no knob '" + Abbreviated.of(name) + "'; " + nearest);
        });
    }

    private static List<String> keys(Knob<?> knob, Optional<Host> host) {
        if (!knob.isEndpoint()) {
            return List.of(knob.name());
        }
        return host.map(h -> List.of(h + "." + knob.name())).orElse(List.of("A." + knob.name(), "B." + knob.name()));
    }

    /** Sets everything that {@code other} sets. */
    public void setAll(Settings other) {
        settings.putAll(other.settings);
    }

    /** Sets for {@code host} every endpoint knob that {@code other} sets for it. */
    public void setEndpoint(Host host, Settings other) {
        other.settings.forEach((key, setting) -> {
            if (key.startsWith(host + ".")) {
                settings.put(key, setting);
            }
        });
    }

    /** The value of a host's knob. */
    public <T> T get(Host host, Knob<T> knob) {
        Setting setting = settings.get(host + "." + knob.name());
        return setting == null ? knob.defaultValue() : knob.parse(setting.text(), setting.place());
    }

    /** The value of a knob of the environment. */
    public <T> T get(Knob<T> knob) {
        return find(knob).orElseGet(knob::defaultValue);
    }

    /** The value of a knob of the environment, if it is set. */
    <T> Optional<T> find(Knob<T> knob) {
        return Optional.ofNullable(settings.get(knob.name()))
                .map(setting -> knob.parse(setting.text(), setting.place()));
    }

    boolean sets(Host host, Knob<?> knob) {
        return settings.containsKey(host + "." + knob.name());
    }

    /** Where a host's knob was set, or {@code otherwise}. */
    Place place(Host host, Knob<?> knob, Place otherwise) {
        return place(host + "." + knob.name(), otherwise);
    }

    /** Where a knob of the environment was set, or {@code otherwise}. */
    Place place(Knob<?> knob, Place otherwise) {
        return place(knob.name(), otherwise);
    }

    private Place place(String key, Place otherwise) {
        Setting setting = settings.get(key);
        return setting == null ? otherwise : setting.place();
    }

    /** Everything that is set, by qualified name, as written: {@link #set} on it gives the same settings. */
    public Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        settings.forEach((key, setting) -> texts.put(key, setting.text()));
        return Collections.unmodifiableMap(texts);
    }

    /** Every duration that is set, the length of the tick apart. */
    List<Span> spans() {
        List<Span> spans = new ArrayList<>();
        settings.forEach((key, setting) -> {
            Knob<?> knob = requireKnob(key, setting.place());
            if (!knob.equals(Knobs.TICK)) {
                addSpans(knob.parse(setting.text(), setting.place()), spans);
            }
        });
        return spans;
    }

    private static void addSpans(Object value, List<Span> spans) {
        if (value instanceof Span span) {
            spans.add(span);
        } else if (value instanceof KnobTypes.SpanRange range) {
            spans.add(range.min());
            spans.add(range.max());
        } else if (value instanceof KnobTypes.Throttle throttle) {
            spans.add(throttle.per());
        }
    }
}
