package dev.lastack.properties.verification;

import dev.lastack.checker.Workspace;
import dev.lastack.checker.partition.Problem;
import dev.lastack.checker.partition.Recipe;
import dev.lastack.model.TerminationModel;
import dev.lastack.model.decisions.Variant;
import dev.lastack.model.state.Reduction;
import dev.lastack.properties.claims.Claim;
import dev.lastack.properties.claims.Question;
import dev.lastack.properties.claims.TerminationClaims;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.ScenarioBuilder;
import dev.lastack.scenario.text.Place;
import dev.lastack.scenario.text.ScenarioException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a verification searches, told by names: knobs, reductions, and claims of the catalogue. No text of a file and no code
 * is part of it.
 *
 * @param scenario its name
 * @param knobs that are set, as written
 * @param reductions by name
 * @param claims by id, those that are about states and steps
 * @param model what the model must be, word for word, with the build of lastack: another build may number the same states
 *     otherwise
 */
public record TerminationRecipe(
        String scenario, Map<String, String> knobs, List<String> reductions, List<String> claims, String model)
        implements Recipe {

    /**
     * The recipe for what {@code searched} and {@code claims} are.
     *
     * @throws ScenarioException if a part of it is told by code alone
     */
    public static TerminationRecipe of(TerminationModel searched, List<Claim> claims) {
        if (!searched.variant().equals(Variant.OF_KNOBS)) {
            throw refused("the variant '" + searched.variant() + "' is written in Java, and only knobs can be sent to"
                    + " other machines");
        }
        List<String> ids = claims.stream()
                .filter(claim -> claim.question() instanceof Question.OfSteps)
                .map(Claim::id)
                .toList();
        for (Claim claim : claims) {
            if (ids.contains(claim.id())
                    && TerminationClaims.byId(claim.id()).filter(claim::equals).isEmpty()) {
                throw refused("the claim '" + claim.id()
                        + "' is written in Java, and only claims of the catalogue can be" + " sent to other machines");
            }
        }
        return new TerminationRecipe(
                searched.scenario().name(),
                new TreeMap<>(searched.scenario().statement().settings()),
                searched.reductions().stream().sorted().map(Reduction::toString).toList(),
                ids,
                identity(searched));
    }

    private static ScenarioException refused(String why) {
        return new ScenarioException(Place.of("cluster"), why);
    }

    private static String identity(TerminationModel model) {
        return Questions.explored(model) + "build: " + Build.fingerprint() + "\n";
    }

    @Override
    public Problem build() {
        ScenarioBuilder builder = Scenario.builder(scenario);
        knobs.forEach(builder::set);
        Set<Reduction> chosen = reductions.stream()
                .map(name -> Reduction.named(name).orElseThrow())
                .collect(Collectors.toSet());
        TerminationModel built = TerminationModel.of(builder.build(), Variant.OF_KNOBS, chosen);
        if (!identity(built).equals(model)) {
            throw new Workspace.Unusable(
                    "lastack",
                    "this process runs another build (" + Build.fingerprint() + ") than the driver, or builds another"
                            + " model from the same knobs");
        }
        List<Claim> ofCatalogue = claims.stream()
                .map(id -> TerminationClaims.byId(id).orElseThrow())
                .toList();
        return new Problem(built, Questions.properties(built, ofCatalogue));
    }
}
