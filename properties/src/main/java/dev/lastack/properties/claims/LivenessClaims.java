package dev.lastack.properties.claims;

import dev.lastack.checker.liveness.property.LivenessProperty;
import dev.lastack.model.TerminationAtoms;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Claims about whole runs: those of the catalogue, a bound on LAST-ACK, and formulas. */
public final class LivenessClaims {

    private static final List<Claim> ALL =
            Stream.of(RunClaim.values()).map(RunClaim::claim).toList();

    private LivenessClaims() {}

    /** All of the catalogue, in the order in which reports list them. */
    public static List<Claim> all() {
        return ALL;
    }

    /**
     * A user's claim: {@code formula} is true of every fair run. It is parsed when the claim is checked on a model, and may
     * use the {@link TerminationAtoms} of that model.
     */
    public static Claim ltl(String id, String formula) {
        return new Claim(
                id,
                formula,
                "the user's own",
                RunProperties.titles(),
                new Question.OfRuns(model -> List.of(RunProperties.assuming(
                        LivenessProperty.ltl(id, formula, new TerminationAtoms(model)), model))));
    }

    /** {@code last-ack-within n}: no stay in LAST-ACK takes more than that many ticks. */
    static Optional<Claim> lastAckWithin(String id) {
        if (!id.matches(RunClaim.LAST_ACK_WITHIN + " [0-9]{1,9}")) {
            return Optional.empty();
        }
        long ticks =
                Long.parseLong(id.substring(RunClaim.LAST_ACK_WITHIN.toString().length() + 1));
        String sentence = "LAST-ACK takes at most " + ticks + (ticks == 1 ? " tick." : " ticks.");
        return Optional.of(RunProperties.lastAckWithin(id, sentence, OptionalLong.of(ticks)));
    }
}
