package dev.lastack.conformance.monitor;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.lastack.checker.Property;
import dev.lastack.conformance.event.Move;
import dev.lastack.endpoint.wire.SequenceNumbers;
import dev.lastack.model.TerminationModel;
import dev.lastack.properties.claims.SafetyClaim;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.knobs.Host;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether a step breaks the same claims in the model, which keeps ghosts in its state, and on the executables, as seen by
 * {@link ClaimMonitor}. Once a connection has taken something from another incarnation, what belongs to whom is a matter of
 * words, and the rest of the run is not judged.
 */
public final class ClaimComparison {

    private static final ImmutableSet<SafetyClaim> MIXING = Sets.immutableEnumSet(
            SafetyClaim.NO_OLD_FIN,
            SafetyClaim.NO_OLD_DATA,
            SafetyClaim.NO_OLD_ACK,
            SafetyClaim.NO_OLD_HANDSHAKE,
            SafetyClaim.NO_OLD_RST,
            SafetyClaim.NO_REPLAY,
            SafetyClaim.AGREEMENT);

    private final Map<SafetyClaim, Property.StepInvariant> invariants = new EnumMap<>(SafetyClaim.class);
    private final SequenceNumbers numbers;
    private final Set<Host> fullyClosing;
    private ClaimMonitor watch;
    private boolean mixed;

    public ClaimComparison(TerminationModel model, SequenceNumbers numbers) {
        this.numbers = numbers;
        this.fullyClosing = fullyClosing(model.scenario());
        this.watch = new ClaimMonitor(numbers, fullyClosing);
        for (SafetyClaim claim : SafetyClaim.values()) {
            if (claim.claim().property(model).orElseThrow() instanceof Property.StepInvariant invariant) {
                invariants.put(claim, invariant);
            }
        }
    }

    /** The hosts of {@code scenario} that have something to send, and may close both directions. */
    static Set<Host> fullyClosing(Scenario scenario) {
        return Stream.of(Host.values())
                .filter(host -> scenario.endpoint(host).user().closesFully())
                .filter(host -> scenario.endpoint(host).user().data() > 0)
                .collect(Collectors.toUnmodifiableSet());
    }

    public void restart() {
        watch = new ClaimMonitor(numbers, fullyClosing);
        mixed = false;
    }

    /** The difference in a sentence; a stack that hides its state is not judged. */
    public Optional<String> difference(Move move, Occurrence step) {
        if (mixed || !step.after(Host.A).open() || !step.after(Host.B).open()) {
            return Optional.empty();
        }
        Set<SafetyClaim> broken = watch.brokenBy(step);
        Set<SafetyClaim> inModel = EnumSet.noneOf(SafetyClaim.class);
        invariants.forEach((claim, invariant) -> {
            if (invariant.isViolatedBy(move.observations())) {
                inModel.add(claim);
            }
        });
        mixed = broken.stream().anyMatch(MIXING::contains);
        return broken.equals(inModel)
                ? Optional.empty()
                : Optional.of("the step breaks " + broken + ", in the model " + inModel);
    }
}
