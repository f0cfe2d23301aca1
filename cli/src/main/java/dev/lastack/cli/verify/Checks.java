package dev.lastack.cli.verify;

import dev.lastack.checker.partition.Cluster;
import dev.lastack.checker.partition.LocalDistribution;
import dev.lastack.checker.partition.SmallHere;
import dev.lastack.cli.options.CheckOptions;
import dev.lastack.cli.terminal.Interruption;
import dev.lastack.cli.terminal.ProgressLine;
import dev.lastack.cli.terminal.Terminal;
import dev.lastack.cli.terminal.Unwritten;
import dev.lastack.counterexamples.Counterexample;
import dev.lastack.counterexamples.trace.OutputFolder;
import dev.lastack.counterexamples.trace.ScenarioOrigin;
import dev.lastack.model.decisions.Variant;
import dev.lastack.properties.claims.Claim;
import dev.lastack.properties.verification.ClaimResult;
import dev.lastack.properties.verification.Report;
import dev.lastack.properties.verification.Verification;
import dev.lastack.properties.verification.recipe.Partitioning;
import dev.lastack.scenario.Scenario;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Checks scenarios one after the other and writes the runs that break their claims. */
final class Checks {

    /** A level of fewer states takes less time here than it takes to start tasks elsewhere. */
    private static final long SMALL_LEVEL = 20_000;

    private final CheckOptions options;
    private final Variant variant;
    private final Terminal terminal;
    private final Interruption interruption;
    private final Unwritten unwritten;
    private final Optional<Cluster> cluster;
    private final Optional<SmallHere> distribution;
    private final Set<String> names = new HashSet<>();

    /** Checks what {@code variant} decides, here, or on {@code cluster} if there is one. */
    Checks(
            CheckOptions options,
            Variant variant,
            Terminal terminal,
            Interruption interruption,
            Unwritten unwritten,
            Optional<Cluster> cluster) {
        this.cluster = cluster;
        Path scratch = Path.of(System.getProperty("java.io.tmpdir"));
        this.distribution = cluster.map(machines -> new SmallHere(
                SMALL_LEVEL,
                new LocalDistribution(options.limits().fromNow().workers(), scratch),
                machines.distribution()));
        this.options = options;
        this.variant = variant;
        this.terminal = terminal;
        this.interruption = interruption;
        this.unwritten = unwritten;
    }

    Checked check(Loaded loaded, List<Claim> claims, Optional<Expect> expect) {
        return check(loaded, claims, expect, UnaryOperator.identity());
    }

    /** Checks with a verification that {@code chosen} makes of the usual one. */
    Checked check(Loaded loaded, List<Claim> claims, Optional<Expect> expect, UnaryOperator<Verification> chosen) {
        Scenario scenario = loaded.scenario();
        ProgressLine progress = new ProgressLine(scenario.name(), terminal, options.quiet(), interruption);
        String name = uniqueName(scenario.name());
        Verification asIs = chosen.apply(Verification.of(scenario)
                .variant(variant)
                .claims(claims)
                .limits(options.limits().fromNow())
                .progress(progress)
                .engine(options.engine()));
        Verification counted = options.coverage() ? asIs.countingSteps() : asIs;
        Verification inMemory = options.reduce()
                .map(choice -> counted.reductions(choice.reductions()))
                .orElse(counted);
        Verification verification = cluster.map(machines -> inMemory.on(partitioning(machines, name)))
                .or(() -> options.levelFolder()
                        .map(folder -> inMemory.in(new OutputFolder(folder).file(name), options.resume())))
                .orElse(inMemory);
        Report report = (options.growCapacity() ? verification.growingCapacity() : verification).run();
        progress.end();
        List<Judged> judged = new ArrayList<>();
        for (ClaimResult result : report.claims()) {
            judged.add(new Judged(
                    result,
                    expect.flatMap(e -> e.of(scenario, result.claim().id())),
                    expect.isPresent(),
                    scenario.statement().ownOutcome(result.claim().id()),
                    trace(result, loaded.origin(), name)));
        }
        return new Checked(report.withoutStates(), judged, options.strict());
    }

    private Partitioning partitioning(Cluster machines, String name) {
        String folder = options.levelLocation().orElseThrow() + "/" + name;
        return new Partitioning(
                distribution.orElseThrow(),
                part -> machines.storage(part.isEmpty() ? folder : folder + "/" + part),
                options.resume(),
                options.cluster().partitions());
    }

    private Optional<WrittenTrace> trace(ClaimResult result, Optional<ScenarioOrigin> origin, String name) {
        OutputFolder folder = new OutputFolder(options.traceFolder());
        return Counterexample.of(result)
                .map(run -> WrittenTrace.write(
                                run, origin, folder, name + "." + run.claim().id(), unwritten)
                        .needing(options.decisions().jars()));
    }

    /** Two scenario files may have the same name in different folders, or names that some file systems take for the same. */
    private String uniqueName(String name) {
        String unique = name;
        for (int i = 2; !names.add(unique.toLowerCase(Locale.ROOT)); i++) {
            unique = name + "-" + i;
        }
        return unique;
    }
}
