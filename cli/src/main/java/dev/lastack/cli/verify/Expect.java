package dev.lastack.cli.verify;

import dev.lastack.scenario.Expectation;
import dev.lastack.scenario.Expectation.Outcome;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.text.NearestName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * What {@code --expect} asks for: the verdicts that each scenario documents, or one for all claims.
 *
 * @param all the outcome that every claim is to have; empty for the documented ones
 */
record Expect(Optional<Outcome> all) {

    private static final String DOCUMENTED = "documented";

    static Expect documented() {
        return new Expect(Optional.empty());
    }

    /** The outcome that is expected of this claim, if any is. */
    Optional<Outcome> of(Scenario scenario, String claim) {
        return all.or(() -> scenario.statement().expectations().stream()
                .filter(expectation -> expectation.claim().equals(claim))
                .map(Expectation::outcome)
                .findFirst());
    }

    /** Reads the option. */
    static final class Converter implements ITypeConverter<Expect> {

        @Override
        public Expect convert(String text) {
            if (text.equals(DOCUMENTED)) {
                return documented();
            }
            List<String> known = new ArrayList<>(List.of(DOCUMENTED));
            for (Outcome outcome : Outcome.values()) {
                if (outcome.toString().equals(text)) {
                    return new Expect(Optional.of(outcome));
                }
                known.add(outcome.toString());
            }
            String nearest = NearestName.to(text, known)
                    .map(name -> "; did you mean '" + name + "'?")
                    .orElse("");
            throw new TypeConversionException("'" + text + "' is not one of: " + String.join(", ", known) + nearest);
        }
    }
}
