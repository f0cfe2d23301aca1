package dev.lastack.cli.options;

import dev.lastack.checker.liveness.ltl.FormulaSyntaxException;
import dev.lastack.cli.terminal.Invocation;
import dev.lastack.model.TerminationModel;
import dev.lastack.properties.claims.Claim;
import dev.lastack.properties.claims.LivenessClaims;
import dev.lastack.properties.claims.TerminationClaims;
import dev.lastack.scenario.NamedFormula;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.text.NearestName;
import dev.lastack.scenario.text.Place;
import dev.lastack.scenario.text.ScenarioException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Which claims are checked. */
public final class ClaimChoice {

    private static final String OPTION = "--ltl";
    private static final String OPTION_ID = "ltl";
    private static final Set<String> FAMILIES = Set.of("safety", "liveness", "all");

    private ClaimChoice() {}

    /** Every claim of the catalogue. */
    static List<Claim> known() {
        return TerminationClaims.all();
    }

    /** The claims of these ids, or all that the exploration of {@code scenario} alone decides if none is named. */
    public static List<Claim> named(List<String> ids, Scenario scenario) {
        return ids.isEmpty() ? TerminationClaims.safety(scenario) : named(ids);
    }

    /** The claims of these ids; every safety claim if none is named. */
    public static List<Claim> named(List<String> ids) {
        return ids.isEmpty()
                ? TerminationClaims.safety()
                : ids.stream().distinct().flatMap(id -> family(id, List.of())).toList();
    }

    /**
     * The claims of these ids and the formulas, put to {@code scenario}. If none is named: all that the exploration alone
     * decides, and what the scenario states or expects beyond them.
     */
    public static List<Claim> of(Scenario scenario, List<String> ids, List<String> formulas) {
        List<Claim> own = scenario.statement().formulas().stream()
                .map(formula -> own(formula, scenario))
                .toList();
        Map<String, Claim> chosen = new LinkedHashMap<>();
        Stream<Claim> asked = ids.stream()
                .flatMap(id -> family(id, own))
                .filter(claim -> ids.contains(claim.id()) || asks(claim, scenario));
        Stream<Claim> usual = Stream.of(
                        TerminationClaims.safety(scenario).stream(),
                        scenario.statement().expectations().stream()
                                .map(expectation -> named(expectation.claim(), own, expectation.place())),
                        own.stream())
                .flatMap(claims -> claims);
        (ids.isEmpty() && formulas.isEmpty() ? usual : asked).forEach(claim -> chosen.putIfAbsent(claim.id(), claim));
        for (String formula : formulas) {
            String id = freeId(chosen.keySet());
            chosen.put(id, checked(LivenessClaims.ltl(id, formula), scenario, Place.of(OPTION)));
        }
        return List.copyOf(chosen.values());
    }

    /** Of a family a scenario is asked only what it can be asked. */
    private static boolean asks(Claim claim, Scenario scenario) {
        return !TerminationClaims.safety().contains(claim)
                || TerminationClaims.safety(scenario).contains(claim);
    }

    private static String freeId(Set<String> taken) {
        String id = OPTION_ID;
        for (int i = taken.size(); taken.contains(id); i++) {
            id = OPTION_ID + "-" + i;
        }
        return id;
    }

    /** A claim that the scenario states. Under a name of the catalogue it could not be told from that claim. */
    private static Claim own(NamedFormula formula, Scenario scenario) {
        if (FAMILIES.contains(formula.name())
                || TerminationClaims.byId(formula.name()).isPresent()) {
            throw new ScenarioException(
                    formula.place(),
                    formula.name() + ": the catalogue of claims has this name already; name the formula differently");
        }
        return checked(LivenessClaims.ltl(formula.name(), formula.ltl()), scenario, formula.place());
    }

    private static Claim checked(Claim formula, Scenario scenario, Place place) {
        try {
            formula.graphProperties(TerminationModel.of(scenario));
            return formula;
        } catch (FormulaSyntaxException e) {
            String name = place.source().equals(OPTION) ? "" : formula.id() + ": ";
            throw new ScenarioException(place, name + e.getMessage());
        }
    }

    private static Stream<Claim> family(String id, List<Claim> own) {
        return switch (id) {
            case "safety" -> TerminationClaims.safety().stream();
            case "liveness" -> LivenessClaims.all().stream();
            case "all" -> TerminationClaims.all().stream();
            default -> Stream.of(named(id, own, Place.of("--claim")));
        };
    }

    private static Claim named(String id, List<Claim> own, Place place) {
        return own.stream()
                .filter(claim -> claim.id().equals(id))
                .findFirst()
                .or(() -> TerminationClaims.byId(id))
                .orElseThrow(() -> {
                    String nearest = NearestName.to(
                                    id, known().stream().map(Claim::id).toList())
                            .map(name -> "did you mean '" + name + "'?")
                            .orElse("'" + Invocation.name() + " claims' lists them");
                    return new ScenarioException(place, "there is no claim '" + id + "'; " + nearest);
                });
    }
}
