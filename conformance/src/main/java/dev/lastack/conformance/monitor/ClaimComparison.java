package dev.lastack.conformance.monitor;

import dev.lastack.checker.Property;
import dev.lastack.conformance.event.Move;
import dev.lastack.endpoint.wire.SequenceNumbers;
import dev.lastack.model.TerminationModel;
import dev.lastack.properties.claims.Claim;
import dev.lastack.properties.claims.TerminationClaims;
import dev.lastack.scenario.knobs.Host;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether a step breaks the same claims in the model, which keeps ghosts in its state, and on the executables, as seen by
 * {@link ClaimMonitor}. Once a connection has taken something from another incarnation, what belongs to whom is a matter of
 * words, and the rest of the run is not judged.
 */
public final class ClaimComparison {

    private static final Set<String> MIXING = Set.of(
            TerminationClaims.NO_OLD_FIN.id(),
            TerminationClaims.NO_OLD_DATA.id(),
            TerminationClaims.NO_OLD_ACK.id(),
            TerminationClaims.NO_OLD_HANDSHAKE.id(),
            TerminationClaims.NO_OLD_RST.id(),
            TerminationClaims.NO_REPLAY.id(),
            TerminationClaims.AGREEMENT.id());

    private final Map<String, Long> violations = new LinkedHashMap<>();
    private final SequenceNumbers numbers;
    private ClaimMonitor watch;
    private boolean mixed;

    public ClaimComparison(TerminationModel model, SequenceNumbers numbers) {
        this.numbers = numbers;
        this.watch = new ClaimMonitor(numbers);
        for (Claim claim : TerminationClaims.safety()) {
            if (claim.property(model).orElseThrow() instanceof Property.StepInvariant invariant) {
                violations.put(claim.id(), invariant.violation());
            }
        }
    }

    public void restart() {
        watch = new ClaimMonitor(numbers);
        mixed = false;
    }

    /** The difference in a sentence; a stack that hides its state is not judged. */
    public Optional<String> difference(Move move, Occurrence step) {
        if (mixed || !step.after(Host.A).open() || !step.after(Host.B).open()) {
            return Optional.empty();
        }
        Set<String> broken = new TreeSet<>(watch.brokenBy(step));
        Set<String> inModel = new TreeSet<>();
        violations.forEach((claim, bit) -> {
            if ((move.observations() & bit) != 0) {
                inModel.add(claim);
            }
        });
        mixed = broken.stream().anyMatch(MIXING::contains);
        return broken.equals(inModel)
                ? Optional.empty()
                : Optional.of("the step breaks " + broken + ", in the model " + inModel);
    }
}
