package dev.lastack.cli.options;

import dev.lastack.model.decisions.Variant;
import dev.lastack.scenario.text.Place;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Who decides what the model leaves open, if not the knobs. */
public final class DecisionsOption {

    @Option(
            names = "--decisions",
            paramLabel = "CLASS",
            description =
                    "A variant in Java: the full name of a class that extends dev.lastack.model.decisions.Decisions"
                            + " and is in --jars.")
    private Optional<String> decisions = Optional.empty();

    @Mixin
    private JarsOption jars = new JarsOption();

    /** What is wrong with these options, if anything is. */
    Optional<String> complaint() {
        return decisions.isEmpty() && !jars.jars().isEmpty()
                ? Optional.of("--jars: name the class to use by --decisions")
                : Optional.empty();
    }

    public boolean isGiven() {
        return decisions.isPresent();
    }

    public List<Path> jars() {
        return jars.jars();
    }

    /**
     * The variant that decides; see {@link JarsOption#variant}.
     *
     * @throws dev.lastack.scenario.text.ScenarioException if there is no such class, or it is no variant
     */
    public Variant variant() {
        return decisions
                .map(name -> jars.variant(name, Place.of("--decisions")))
                .orElse(Variant.OF_KNOBS);
    }
}
