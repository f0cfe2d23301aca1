package dev.lastack.benchmarks.parts;

import dev.lastack.benchmarks.page.Machine;
import dev.lastack.checker.Limits;
import dev.lastack.checker.Progress;
import dev.lastack.checker.Property.StepInvariant;
import dev.lastack.checker.hull.HullDecision;
import dev.lastack.checker.hull.HullExploration;
import dev.lastack.checker.hull.HullSearch;
import dev.lastack.model.TerminationModel;
import dev.lastack.model.decisions.Variant;
import dev.lastack.model.lanes.LaneModel;
import dev.lastack.properties.claims.Claim;
import dev.lastack.properties.claims.TerminationClaims;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.Scenarios;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The baseline scenario for any capacity, with a longer and longer MSL. */
@Command(name = "any-capacity", description = "Decides claims of the baseline for any capacity, for each MSL.")
public final class AnyCapacity implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "1..*", description = "MSL in ticks; TIME-WAIT is twice as long.")
    private List<Integer> msls = List.of();

    @Option(names = "--claim", split = ",", defaultValue = "no-old-fin", description = "Default: ${DEFAULT-VALUE}.")
    private List<String> claims = List.of();

    @Option(names = "--workers", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}.")
    private int workers;

    @Override
    public Integer call() {
        for (int msl : msls) {
            for (String id : claims) {
                measure(msl, TerminationClaims.byId(id).orElseThrow());
            }
        }
        return 0;
    }

    private void measure(int msl, Claim claim) {
        Scenario baseline = Scenarios.of(Map.ofEntries(
                Map.entry("msl", Integer.toString(msl)),
                Map.entry("time-wait", "2*msl"),
                Map.entry("rto", "1"),
                Map.entry("loss", "unlimited"),
                Map.entry("duplication", "unlimited"),
                Map.entry("B.close", "may"),
                Map.entry("data", "1"),
                Map.entry("incarnations", "2")));
        StepInvariant property =
                (StepInvariant) claim.property(TerminationModel.of(baseline)).orElseThrow();
        double before = Machine.cpuSeconds();
        HullExploration seen = new HullSearch(
                        LaneModel.of(baseline, Variant.OF_KNOBS),
                        List.of(property),
                        Limits.none().withWorkers(workers),
                        Progress.NONE)
                .run();
        spec.commandLine()
                .getOut()
                .printf(
                        Locale.ROOT,
                        "msl %d, %s: %s; %,d host values, %d lanes, %.1f s of CPU%n",
                        msl,
                        claim,
                        told(Objects.requireNonNull(seen.decisions().get(claim.id()))),
                        seen.controls(),
                        seen.lanes(),
                        Machine.cpuSeconds() - before);
    }

    private static String told(HullDecision decision) {
        if (decision instanceof HullDecision.Holds holds) {
            return String.format(Locale.ROOT, "holds by %s, %,d kept", holds.by(), holds.kept());
        }
        return decision instanceof HullDecision.Violated violated
                ? String.format(
                        Locale.ROOT,
                        "violated in %d steps, %,d kept",
                        violated.run().steps().size(),
                        violated.kept())
                : decision.toString();
    }
}
