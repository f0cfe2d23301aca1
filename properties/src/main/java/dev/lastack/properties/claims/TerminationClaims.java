package dev.lastack.properties.claims;

import dev.lastack.scenario.Scenario;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The catalogue of claims by id, and the safety claims by name. */
public final class TerminationClaims {

    public static final Claim NO_OLD_FIN = SafetyClaim.NO_OLD_FIN.claim();
    public static final Claim NO_OLD_DATA = SafetyClaim.NO_OLD_DATA.claim();
    public static final Claim NO_OLD_ACK = SafetyClaim.NO_OLD_ACK.claim();
    public static final Claim NO_OLD_HANDSHAKE = SafetyClaim.NO_OLD_HANDSHAKE.claim();
    public static final Claim NO_REPLAY = SafetyClaim.NO_REPLAY.claim();
    public static final Claim NO_OLD_RST = SafetyClaim.NO_OLD_RST.claim();
    public static final Claim TIME_WAIT_KEPT = SafetyClaim.TIME_WAIT_KEPT.claim();
    public static final Claim DRAINED = SafetyClaim.DRAINED.claim();
    public static final Claim LAST_ACK_CLEAN = SafetyClaim.LAST_ACK_CLEAN.claim();
    public static final Claim GRACEFUL = SafetyClaim.GRACEFUL.claim();
    public static final Claim NO_TRUNCATION = SafetyClaim.NO_TRUNCATION.claim();
    public static final Claim RESPONSE_DELIVERED = SafetyClaim.RESPONSE_DELIVERED.claim();
    public static final Claim AGREEMENT = SafetyClaim.AGREEMENT.claim();
    public static final Claim RFC_EDGES = SafetyClaim.RFC_EDGES.claim();

    private static final List<Claim> SAFETY =
            Stream.of(SafetyClaim.values()).map(SafetyClaim::claim).toList();

    private TerminationClaims() {}

    /** All safety claims, in the order in which reports list them. */
    public static List<Claim> safety() {
        return SAFETY;
    }

    /** The safety claims that ask something of {@code scenario}: all, or all but the one on closing both directions. */
    public static List<Claim> safety(Scenario scenario) {
        boolean closesFully =
                scenario.a().user().closesFully() || scenario.b().user().closesFully();
        return SAFETY.stream()
                .filter(claim -> closesFully || !claim.equals(RESPONSE_DELIVERED))
                .toList();
    }

    /** All claims of the catalogue: on steps, then on whole runs. */
    public static List<Claim> all() {
        return Stream.concat(SAFETY.stream(), LivenessClaims.all().stream()).toList();
    }

    /** The claim with this id, such as {@code drained}, {@code last-ack-resolves without delivery} or {@code opens-within 3}. */
    public static Optional<Claim> byId(String id) {
        String[] parts = id.split(Claim.WITHOUT, -1);
        List<Assumption> dropped = new ArrayList<>();
        for (String word : Arrays.asList(parts).subList(1, parts.length)) {
            Optional<Assumption> assumption = Assumption.byWord(word);
            if (assumption.isEmpty()) {
                return Optional.empty();
            }
            dropped.add(assumption.get());
        }
        return all().stream()
                .filter(claim -> claim.id().equals(parts[0]))
                .filter(claim -> claim.assumptions()
                        .containsAll(dropped.stream().map(Assumption::title).toList()))
                .findFirst()
                .map(claim -> claim.without(dropped))
                .or(() -> WaitingClaims.byId(id));
    }
}
