package dev.lastack.benchmarks.zones;

import dev.lastack.checker.Limits;
import dev.lastack.checker.zones.ZoneExploration;
import dev.lastack.properties.claims.TerminationClaims;
import dev.lastack.properties.verification.Report;
import dev.lastack.properties.verification.Verification;
import dev.lastack.properties.verification.ZoneVerification;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.Scenarios;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The exchange of FINs with an MSL of 60 s, in zones and in ticks of several lengths; one row of a table each. */
@Command(
        name = "zones",
        description = "Measure dense time beside ticks on the exchange of FINs.",
        mixinStandardHelpOptions = true)
public final class ZonesAndTicks implements Callable<Integer> {

    private static final List<String> LOSSES = List.of("none", "1");
    private static final List<String> TICKS = List.of("60s", "15s", "5s");

    /** The first explorations are slower, until the JVM has compiled them. */
    private static final int WARM_UP = 5;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        out.println("| losses | explored | zones or states | s |");
        out.println("| --- | --- | --: | --: |");
        for (String loss : LOSSES) {
            Scenario scenario = scenario(loss, "60s");
            for (int i = 0; i < WARM_UP; i++) {
                zones(scenario);
            }
            ZoneExploration zones = zones(scenario);
            out.printf("| %s | zones | %,d | %.2f |%n", loss, zones.zones(), zones.seconds());
            for (String tick : TICKS) {
                Report ticks = Verification.of(scenario(loss, tick))
                        .claims(TerminationClaims.DRAINED)
                        .limits(Limits.none().withWorkers(1).withTimeout(Duration.ofSeconds(60)))
                        .run();
                out.printf(
                        "| %s | ticks of %s%s | %,d | %.2f |%n",
                        loss,
                        tick,
                        ticks.exploration().stopped().isPresent() ? ", not finished" : "",
                        ticks.exploration().distinct(),
                        ticks.exploration().seconds());
            }
        }
        out.flush();
        return 0;
    }

    private static ZoneExploration zones(Scenario scenario) {
        return ZoneVerification.of(scenario)
                .claims(TerminationClaims.DRAINED)
                .limits(Limits.none().withWorkers(1))
                .run()
                .exploration();
    }

    private static Scenario scenario(String loss, String tick) {
        Map<String, String> knobs = new LinkedHashMap<>(Map.of(
                "msl", "60s",
                "rto", "60s",
                "time-wait", "180s",
                "time-wait.restart", "on-fin",
                "isn", "monotonic",
                "sequence-space", "unbounded",
                "incarnations", "1",
                "capacity", "3"));
        knobs.put("loss", loss);
        knobs.put("tick", tick);
        return Scenarios.variant("two-msl").with(knobs);
    }
}
