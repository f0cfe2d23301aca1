package dev.lastack.properties.verification;

import dev.lastack.checker.zones.ZoneExploration;
import dev.lastack.scenario.Scenario;
import java.util.List;
import java.util.Optional;

/** What a verification in dense time found; the claims in the order asked for. */
public record ZoneReport(Scenario scenario, ZoneExploration exploration, List<ZoneResult> claims) {

    public ZoneReport {
        claims = List.copyOf(claims);
    }

    /** The result of the claim with this id, if it was asked for. */
    public Optional<ZoneResult> claim(String id) {
        return claims.stream().filter(result -> result.claim().id().equals(id)).findFirst();
    }
}
