package dev.lastack.properties.verification.recipe;

import dev.lastack.checker.Workspace;
import dev.lastack.checker.partition.Problem;
import dev.lastack.checker.partition.Recipe;
import dev.lastack.model.TerminationModel;
import dev.lastack.model.state.Reduction;
import dev.lastack.properties.claims.Claim;
import dev.lastack.properties.claims.Question;
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
 * What a verification searches, told by names: knobs, the class of a variant in Java, reductions, and claims of the catalogue.
 * No text of a file and no code is part of it.
 *
 * @param scenario its name
 * @param knobs that are set, as written
 * @param variant the class of a variant in Java; empty where the knobs decide
 * @param reductions by name
 * @param claims by id, those that are about states and steps
 * @param model what the model must be, word for word, with the build of lastack: another build may number the same states
 *     otherwise
 */
public record TerminationRecipe(
        String scenario,
        Map<String, String> knobs,
        String variant,
        List<String> reductions,
        List<String> claims,
        String model)
        implements Recipe {

    /**
     * The recipe for what {@code searched} and {@code claims} are.
     *
     * @throws ScenarioException if a part of it is told by code alone
     */
    public static TerminationRecipe of(TerminationModel searched, List<Claim> claims) {
        JavaVariant variant = new JavaVariant(searched.variant().name());
        if (!variant.isHere()) {
            throw new ScenarioException(
                    Place.of("cluster"),
                    "the variant '" + searched.variant() + "' is not the name of a class, and only classes can be named"
                            + " to other machines");
        }
        List<Claim> ofSteps = claims.stream()
                .filter(claim -> claim.question() instanceof Question.OfSteps)
                .toList();
        return new TerminationRecipe(
                searched.scenario().name(),
                new TreeMap<>(searched.scenario().statement().settings()),
                variant.name(),
                searched.reductions().stream().sorted().map(Reduction::toString).toList(),
                CatalogueClaims.ids(ofSteps),
                identity(searched));
    }

    private static String identity(TerminationModel model) {
        String code = new JavaVariant(model.variant().name()).fingerprint();
        return Questions.explored(model) + "build: " + Build.fingerprint() + "\n" + code;
    }

    @Override
    public Problem build() {
        ScenarioBuilder builder = Scenario.builder(scenario);
        knobs.forEach(builder::set);
        Set<Reduction> chosen = reductions.stream()
                .map(name -> Reduction.named(name).orElseThrow())
                .collect(Collectors.toSet());
        TerminationModel built = TerminationModel.of(builder.build(), new JavaVariant(variant).load(), chosen);
        if (!identity(built).equals(model)) {
            throw new Workspace.Unusable(
                    "lastack",
                    "this process runs another build (" + Build.fingerprint() + ") than the driver, or builds another"
                            + " model from the same knobs");
        }
        return new Problem(built, Questions.properties(built, CatalogueClaims.named(claims)));
    }
}
