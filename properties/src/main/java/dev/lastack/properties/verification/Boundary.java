package dev.lastack.properties.verification;

import dev.lastack.checker.Limits;
import dev.lastack.checker.Progress;
import dev.lastack.checker.Property;
import dev.lastack.checker.Verdict;
import dev.lastack.checker.search.Explorer;
import dev.lastack.model.TerminationModel;
import dev.lastack.model.state.InstantOrder;
import dev.lastack.model.state.Reduction;
import dev.lastack.properties.claims.Claim;
import dev.lastack.properties.claims.Question;
import dev.lastack.properties.retiming.Retiming;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.knobs.EndpointKnobs;
import dev.lastack.scenario.knobs.Host;
import dev.lastack.scenario.text.ScenarioException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Decides claims whose violating run needs two things at the same instant. If a claim holds when arrivals rank before the 2MSL
 * timer of their instant, and holds in every order once TIME-WAIT is a little longer, then the scenario lies on the boundary
 * and the claim holds. Two further explorations decide all such claims of a verification; they run when first needed.
 */
final class Boundary {

    /** A tick is divided into this many parts, and TIME-WAIT is made one part longer. */
    private static final int PARTS = 2;

    private final TerminationModel model;
    private final List<Claim> claims;
    private final Limits limits;
    private final Progress progress;
    private Optional<Map<String, Verdict>> ranked = Optional.empty();
    private Optional<Map<String, Verdict>> beyond = Optional.empty();
    private Optional<Map<String, Verdict>> up = Optional.empty();

    Boundary(TerminationModel model, List<Claim> claims, Limits limits, Progress progress) {
        this.model = model;
        this.claims = claims.stream()
                .filter(claim -> claim.question() instanceof Question.OfSteps)
                .toList();
        this.limits = limits;
        this.progress = progress;
    }

    /** What becomes of the claim of {@code tie}, a violation that needs two things at the same instant. */
    ClaimResult of(ClaimResult tie) {
        String id = tie.claim().id();
        TerminationModel networkFirst =
                TerminationModel.of(model.scenario(), model.variant(), Reduction.OF_STATES, InstantOrder.NETWORK_FIRST);
        ranked = Optional.of(ranked.orElseGet(() -> explore(networkFirst)));
        Verdict atW = Objects.requireNonNull(ranked.get().get(id));
        if (atW instanceof Verdict.Violated violated) {
            Retiming.Outcome retimed =
                    RealTimeVerdict.retime(new ClaimResult(tie.claim(), atW, networkFirst), violated.trace());
            return retimed.exact()
                    .map(run -> RealTimeVerdict.violated(tie.claim(), run))
                    .orElseGet(() -> undecided(tie));
        }
        Scenario longer;
        try {
            longer = longer();
        } catch (ScenarioException e) {
            return undecided(tie);
        }
        beyond = Optional.of(beyond.orElseGet(() -> explore(TerminationModel.of(longer, model.variant()))));
        return holds(atW) && holds(Objects.requireNonNull(beyond.get().get(id)))
                ? new ClaimResult(tie.claim(), new Verdict.Holds(), model, List.of(note(longer)))
                : undecided(tie);
    }

    /**
     * A TIME-WAIT that is no whole number of ticks was rounded down, and the run that breaks the claim of {@code result} may need
     * that. One that breaks it with TIME-WAIT rounded up exists with a shorter one too, unless an answer late in it was needed.
     */
    Optional<ClaimResult> roundedUp(ClaimResult result) {
        Scenario real = model.scenario();
        Map<String, String> changes = new LinkedHashMap<>();
        try {
            Scenario exact = real.exact();
            for (Host host : Host.values()) {
                if (!exact.inTime(exact.endpoint(host).timeWait().length())
                        .equals(real.inTime(real.endpoint(host).timeWait().length()))) {
                    changes.put(
                            host + ".time-wait",
                            real.inTime(real.endpoint(host).timeWait().length() + 1));
                }
            }
        } catch (ScenarioException e) {
            return Optional.empty();
        }
        if (changes.isEmpty()) {
            return Optional.empty();
        }
        TerminationModel longer = TerminationModel.of(real.with(changes), model.variant());
        up = Optional.of(up.orElseGet(() -> explore(longer)));
        Verdict verdict = Objects.requireNonNull(up.get().get(result.claim().id()));
        return verdict instanceof Verdict.Violated violated
                ? RealTimeVerdict.retime(new ClaimResult(result.claim(), verdict, longer), violated.trace(), real)
                        .exact()
                        .map(run -> RealTimeVerdict.violated(result.claim(), run))
                : Optional.empty();
    }

    private static boolean holds(Verdict verdict) {
        return verdict instanceof Verdict.Holds;
    }

    private static ClaimResult undecided(ClaimResult tie) {
        return RealTimeVerdict.inconclusive(
                tie,
                "the run found exists only where two things happen at the same instant, and neither ranking arrivals"
                        + " before the 2MSL timer nor a longer TIME-WAIT decides it; a slightly different duration does");
    }

    /** The scenario with every TIME-WAIT a part of a tick longer. */
    private Scenario longer() {
        Scenario fine = model.scenario().exact(PARTS);
        Map<String, String> changes = new LinkedHashMap<>();
        for (Host host : Host.values()) {
            int ticks = fine.endpoint(host).timeWait().length();
            if (ticks > 0) {
                changes.put(host + ".time-wait", fine.inTime(ticks + 1));
            }
        }
        return fine.with(changes);
    }

    private String note(Scenario longer) {
        EndpointKnobs longest =
                longer.a().timeWait().length() >= longer.b().timeWait().length() ? longer.a() : longer.b();
        String at = longer.inTime(longest.timeWait().length() - 1);
        return "on the boundary: holds beyond " + at + " (decided for a TIME-WAIT of "
                + longer.inTime(longest.timeWait().length()) + "); at exactly " + at
                + " only because arrivals rank before the timer";
    }

    private Map<String, Verdict> explore(TerminationModel other) {
        List<Property> properties =
                claims.stream().flatMap(claim -> claim.property(other).stream()).toList();
        return new Explorer(other, properties, limits, progress).run().verdicts();
    }
}
