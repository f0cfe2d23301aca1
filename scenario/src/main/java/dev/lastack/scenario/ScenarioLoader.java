package dev.lastack.scenario;

import dev.lastack.scenario.ScenarioFile.Reference;
import dev.lastack.scenario.knobs.Settings;
import dev.lastack.scenario.text.Abbreviated;
import dev.lastack.scenario.text.Names;
import dev.lastack.scenario.text.Place;
import dev.lastack.scenario.text.ScenarioException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads a scenario and everything that it extends or takes. */
final class ScenarioLoader {

    private final ScenarioSource named;
    private final Map<ScenarioSource, Loaded> done = new HashMap<>();

    /** What is being read, outermost first. */
    private final Set<ScenarioSource> open = new LinkedHashSet<>();

    /** A scenario, and what was set to get it: with the places, and without the defaults. */
    private record Loaded(Scenario scenario, Settings settings) {}

    private ScenarioLoader(ScenarioSource named) {
        this.named = named;
    }

    static Scenario load(ScenarioSource source, Place asked) {
        return new ScenarioLoader(source).loadFrom(source, asked).scenario();
    }

    /** The shipped variant of that name, else the file of that name in {@code folder}. */
    static ScenarioSource find(String name, Path folder, Place asked) {
        if (Variants.names().contains(name)) {
            return new ScenarioSource.Shipped(name);
        }
        try {
            return new ScenarioSource.File(folder.resolve(name).normalize());
        } catch (InvalidPathException impossible) {
            throw new ScenarioException(asked, "'" + Abbreviated.of(name) + "' cannot be the name of a file");
        }
    }

    private Loaded loadFrom(ScenarioSource source, Place asked) {
        Loaded known = done.get(source);
        if (known != null) {
            return known;
        }
        if (!open.add(source)) {
            String circle = Stream.concat(open.stream().dropWhile(other -> !other.equals(source)), Stream.of(source))
                    .map(ScenarioSource::label)
                    .collect(Collectors.joining(" → "));
            throw new ScenarioException(asked, "extends goes in a circle: " + circle);
        }
        Loaded loaded = understand(source, source.read(asked), asked);
        open.remove(source);
        done.put(source, loaded);
        return loaded;
    }

    /**
     * Complaints quote what they are about. A file outside the folder of the scenario that the user named is not quoted, because
     * who writes a scenario ({@code extends: /etc/…}) may not be who may read that file.
     */
    private Loaded understand(ScenarioSource source, String text, Place asked) {
        try {
            Names.scenario(source.scenarioName(), asked);
            return combine(source, ScenarioFile.parse(text, source.label()));
        } catch (ScenarioException complaint) {
            if (source.isWithin(named.folder())) {
                throw complaint;
            }
            throw new ScenarioException(
                    asked,
                    source.label() + " is not a valid scenario; it is outside the folder of " + named.label()
                            + ", so its text is not shown: verify that file itself to see what is wrong");
        }
    }

    private Loaded combine(ScenarioSource source, ScenarioFile file) {
        Settings settings = new Settings();
        Optional<Loaded> base = file.base().map(reference -> follow(reference, source));
        base.ifPresent(loaded -> settings.setAll(loaded.settings()));
        file.takes()
                .forEach((host, reference) ->
                        settings.setEndpoint(host, follow(reference, source).settings()));
        settings.setAll(file.settings());
        Scenario plain = new ScenarioBuilder(source.scenarioName(), new Place(source.label(), 1, 1))
                .setAll(settings)
                .build();
        List<Expectation> inherited = base.map(Loaded::scenario)
                .filter(plain::sameModelAs)
                .map(scenario -> scenario.statement().expectations())
                .orElse(List.of());
        List<NamedFormula> formulas =
                base.map(loaded -> loaded.scenario().statement().formulas()).orElse(List.of());
        return new Loaded(
                plain.stating(
                        file.description(),
                        merged(inherited, file.expectations()),
                        Statement.merged(formulas, file.formulas())),
                settings);
    }

    private Loaded follow(Reference reference, ScenarioSource from) {
        ScenarioSource source = find(reference.name(), from.folder(), reference.place());
        return loadFrom(source, reference.place());
    }

    private static List<Expectation> merged(List<Expectation> inherited, List<Expectation> own) {
        List<Expectation> merged = new ArrayList<>(inherited);
        merged.removeIf(old -> own.stream().anyMatch(fresh -> fresh.claim().equals(old.claim())));
        merged.addAll(own);
        return merged;
    }
}
