package dev.lastack.cli;

import dev.lastack.properties.Claim;
import dev.lastack.properties.TerminationClaims;
import dev.lastack.scenario.Expectation;
import dev.lastack.scenario.NearestName;
import dev.lastack.scenario.Place;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.ScenarioException;
import java.util.List;

/** Which claims are checked. */
final class ClaimChoice {

    private ClaimChoice() {}

    /** Every claim of the catalogue. */
    static List<Claim> known() {
        return TerminationClaims.safety();
    }

    /** The claims of these ids, or all if none is named. */
    static List<Claim> named(List<String> ids) {
        if (ids.isEmpty()) {
            return known();
        }
        return ids.stream().distinct().map(id -> named(id, Place.of("--claim"))).toList();
    }

    /** Refuses a scenario that expects something of a claim that does not exist. */
    static void checkExpectations(Scenario scenario) {
        for (Expectation expectation : scenario.statement().expectations()) {
            named(expectation.claim(), expectation.place());
        }
    }

    private static Claim named(String id, Place place) {
        return known().stream()
                .filter(claim -> claim.id().equals(id))
                .findFirst()
                .orElseThrow(() -> {
                    String nearest = NearestName.to(
                                    id, known().stream().map(Claim::id).toList())
                            .map(name -> "did you mean '" + name + "'?")
                            .orElse("'lastack claims' lists them");
                    return new ScenarioException(place, "there is no claim '" + id + "'; " + nearest);
                });
    }
}
