package dev.lastack.cli.options;

import dev.lastack.model.decisions.Variant;
import dev.lastack.scenario.text.Place;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Who decides what the model leaves open, if not the knobs. */
public final class DecisionsOption {

    private static final char SEPARATOR = '#';

    @Option(
            names = "--decisions",
            paramLabel = "JAR#CLASS",
            description = "A variant in Java: a jar file, and the full name of a class in it that extends"
                    + " dev.lastack.model.decisions.Decisions. CLASS alone is looked for in --jars.")
    private Optional<String> decisions = Optional.empty();

    @Mixin
    private JarsOption jars = new JarsOption();

    /** What is wrong with these options, if anything is. */
    Optional<String> complaint() {
        if (decisions.filter(each -> each.startsWith("#") || each.endsWith("#")).isPresent()) {
            return Optional.of("--decisions: '" + decisions.orElseThrow() + "' is not JAR#CLASS");
        }
        return decisions.isEmpty() && !jars.jars().isEmpty()
                ? Optional.of("--jars: name the class to use by --decisions")
                : Optional.empty();
    }

    public boolean isGiven() {
        return decisions.isPresent();
    }

    /** The jar of the class, if it is named with it, and those that it needs. */
    public List<Path> jars() {
        List<Path> all = new ArrayList<>(jars.jars());
        decisions
                .map(each -> each.lastIndexOf(SEPARATOR))
                .filter(at -> at > 0)
                .ifPresent(at -> all.add(0, Path.of(decisions.orElseThrow().substring(0, at))));
        return all;
    }

    /**
     * The variant that decides; see {@link JarsOption#variant}.
     *
     * @throws dev.lastack.scenario.text.ScenarioException if there is no such class, or it is no variant
     */
    public Variant variant() {
        return decisions
                .map(each -> each.substring(each.lastIndexOf(SEPARATOR) + 1))
                .map(name -> JarsOption.variant(jars(), name, Place.of("--decisions")))
                .orElse(Variant.OF_KNOBS);
    }
}
