package dev.lastack.scenario;

import dev.lastack.scenario.text.NearestName;
import dev.lastack.scenario.text.Place;
import dev.lastack.scenario.text.ScenarioException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Where scenarios come from. */
public final class Scenarios {

    private Scenarios() {}

    /** The scenario with these knobs, named as in a file, and the rest at their defaults. */
    public static Scenario of(Map<String, String> knobs) {
        ScenarioBuilder builder = Scenario.builder("scenario");
        knobs.forEach(builder::set);
        return builder.build();
    }

    /** The names of the shipped variants, in the order in which they are shown. */
    public static List<String> variants() {
        return Variants.names();
    }

    /**
     * A shipped variant.
     *
     * @throws ScenarioException if there is none of that name
     */
    public static Scenario variant(String name) {
        if (!Variants.names().contains(name)) {
            throw new ScenarioException(Place.of(name), "there is no such variant" + nearestVariant(name));
        }
        return ScenarioLoader.load(new ScenarioSource.Shipped(name), Place.of(name));
    }

    /**
     * The scenario in a file.
     *
     * @throws ScenarioException if it cannot be read or is not a scenario
     */
    public static Scenario read(Path file) {
        return ScenarioLoader.load(new ScenarioSource.File(file), Place.of(file.toString()));
    }

    /**
     * The shipped variant of that name, else the scenario in the file of that name.
     *
     * @throws ScenarioException if it is neither
     */
    public static Scenario load(String variantOrFile) {
        if (variantOrFile.isBlank()) {
            throw new ScenarioException(
                    Place.of("VARIANT|FILE"), "'" + variantOrFile + "' is no name; name a variant or a scenario file");
        }
        Place asked = Place.of(variantOrFile);
        return ScenarioLoader.load(ScenarioLoader.find(variantOrFile, Path.of(""), asked), asked);
    }

    /** The file that a shipped variant is written in. */
    public static String textOf(String variant) {
        return new ScenarioSource.Shipped(variant).read(Place.of(variant));
    }

    static String nearestVariant(String name) {
        return NearestName.to(name, Variants.names())
                .map(known -> "; did you mean '" + known + "'?")
                .orElse("");
    }
}
