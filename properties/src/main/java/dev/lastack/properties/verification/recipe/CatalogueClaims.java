package dev.lastack.properties.verification.recipe;

import dev.lastack.properties.claims.Claim;
import dev.lastack.properties.claims.TerminationClaims;
import dev.lastack.scenario.text.Place;
import dev.lastack.scenario.text.ScenarioException;
import java.util.List;

/** Claims as they are told to other processes: by their ids in the catalogue. */
public final class CatalogueClaims {

    private CatalogueClaims() {}

    /**
     * The ids of {@code claims}.
     *
     * @throws ScenarioException if one of them is told by code alone
     */
    public static List<String> ids(List<Claim> claims) {
        for (Claim claim : claims) {
            if (TerminationClaims.byId(claim.id()).filter(claim::equals).isEmpty()) {
                throw new ScenarioException(
                        Place.of("cluster"),
                        "the claim '" + claim.id() + "' is written in Java, and only claims of the catalogue can be"
                                + " sent to other machines");
            }
        }
        return claims.stream().map(Claim::id).toList();
    }

    /** The claims that have these ids. */
    public static List<Claim> named(List<String> ids) {
        return ids.stream().map(id -> TerminationClaims.byId(id).orElseThrow()).toList();
    }
}
