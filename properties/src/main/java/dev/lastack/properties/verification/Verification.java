package dev.lastack.properties.verification;

import dev.lastack.checker.Limits;
import dev.lastack.checker.Progress;
import dev.lastack.model.decisions.Variant;
import dev.lastack.model.state.Reduction;
import dev.lastack.properties.claims.Claim;
import dev.lastack.properties.claims.TerminationClaims;
import dev.lastack.properties.verification.recipe.Partitioning;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.text.ScenarioException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Decides claims about a scenario: the one entry point for the command line, sweeps, the test kit and
 * any Java program.
 *
 * <pre>{@code
 * Report report = Verification.of(scenario).claims(TerminationClaims.safety()).run();
 * }</pre>
 *
 * <p>Immutable; each method returns a verification with one thing changed.
 */
public final class Verification {

    private final Subject subject;
    private final List<Claim> claims;
    private final SearchOptions options;

    private Verification(Subject subject, List<Claim> claims, SearchOptions options) {
        this.subject = subject;
        this.claims = claims;
        this.options = options;
    }

    /** All safety claims of {@code scenario}, with no limit but the memory of this process. */
    public static Verification of(Scenario scenario) {
        return new Verification(
                new Subject(scenario, Variant.OF_KNOBS, Optional.empty()),
                TerminationClaims.safety(scenario),
                SearchOptions.USUAL);
    }

    private Verification with(SearchOptions changed) {
        return new Verification(subject, claims, changed);
    }

    private Verification with(Subject changed) {
        return new Verification(changed, claims, options);
    }

    /** Decides these claims instead; their ids are distinct. */
    public Verification claims(Collection<Claim> chosen) {
        if (chosen.stream().map(Claim::id).distinct().count() != chosen.size()) {
            throw new IllegalArgumentException("a claim is asked for twice: " + chosen);
        }
        return new Verification(subject, List.copyOf(chosen), options);
    }

    /** Decides these claims instead. */
    public Verification claims(Claim... chosen) {
        return claims(List.of(chosen));
    }

    /** Lets {@code newVariant} take the decisions that the model leaves open. */
    public Verification variant(Variant newVariant) {
        return with(subject.with(newVariant));
    }

    /**
     * Uses these reductions alone. Without this, every one that is safe for the claims is used.
     *
     * @throws dev.lastack.scenario.text.ScenarioException when run, if one of them is not shown to be safe for a claim
     */
    public Verification reductions(Set<Reduction> asked) {
        return with(subject.with(asked));
    }

    /** Ends early, with inconclusive verdicts, where a limit is reached. */
    public Verification limits(Limits newLimits) {
        return with(options.with(newLimits));
    }

    /** Tells {@code newProgress} how far it is, and ends early if that says so. */
    public Verification progress(Progress newProgress) {
        return with(options.with(newProgress));
    }

    /** Searches with this engine alone, or with {@link Engine#AUTO}, which is what is done without this. */
    public Verification engine(Engine engine) {
        return with(options.with(engine));
    }

    /** Decides the claims for the scenario's own network, and spares what would only tell for which others a verdict holds. */
    public Verification withoutReach() {
        return with(options.withoutReach());
    }

    /** Runs a plain search even if it is not needed for a claim, so that the report can tell which steps were taken. */
    public Verification countingSteps() {
        return with(options.countingSteps());
    }

    /** Raises the capacity of the network until it no longer matters, or a limit is reached. */
    public Verification growingCapacity() {
        return with(options.growingCapacity());
    }

    /**
     * Keeps the levels of the exploration in {@code directory}: it survives being killed, and continues from disk when
     * memory is used up. The directory must be empty, or hold the same exploration if {@code resume}.
     */
    public Verification in(Path directory, boolean resume) {
        return with(options.in(new SearchOptions.Place(directory, resume)));
    }

    /** Divides the states among the machines of a cluster; their number is then limited by the disks of all. */
    public Verification on(Partitioning cluster) {
        return with(options.on(cluster));
    }

    /**
     * Explores and decides.
     *
     * @throws ScenarioException if zones are to decide, and do not support the scenario or a claim
     * @throws dev.lastack.checker.Workspace.Unusable if the directory is damaged, in use, or holds something else
     */
    public Report run() {
        return options.engine() == Engine.ZONES ? inDenseTime() : new Pipeline(subject, claims, options).run();
    }

    private Report inDenseTime() {
        if (!subject.variant().equals(Variant.OF_KNOBS)) {
            throw new IllegalArgumentException("zones take the decisions of the knobs alone");
        }
        return ZoneVerification.of(subject.scenario())
                .claims(claims)
                .limits(options.limits())
                .progress(options.progress())
                .run()
                .report();
    }
}
