package dev.lastack.model;

import com.google.common.base.Splitter;
import dev.lastack.checker.Exploration;
import dev.lastack.checker.Limits;
import dev.lastack.checker.Progress;
import dev.lastack.checker.Property;
import dev.lastack.checker.Verdict;
import dev.lastack.checker.search.Explorer;
import dev.lastack.model.decisions.Variant;
import dev.lastack.model.rules.Observation;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.Scenarios;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A scenario by its knobs, for example {@code msl=1, time-wait=2}, in which the nine claims of the calibration are decided. */
public record JudgedScenario(String knobs) {

    /** The nine claims that a calibration decides, with the facts that test and break them. */
    static final Map<String, Observation[]> CLAIMS = claims();

    private static Map<String, Observation[]> claims() {
        Map<String, Observation[]> claims = new LinkedHashMap<>();
        claims.put("no-old-fin", facts(Observation.FIN_JUDGED, Observation.OLD_FIN_TAKEN));
        claims.put("no-old-data", facts(Observation.TEXT_JUDGED, Observation.OLD_TEXT_TAKEN));
        claims.put("no-old-ack", facts(Observation.ACK_JUDGED, Observation.OLD_ACK_TAKEN));
        claims.put("no-old-handshake", facts(Observation.HANDSHAKE_JUDGED, Observation.OLD_HANDSHAKE));
        claims.put("no-replay", facts(Observation.HANDSHAKE_JUDGED, Observation.REPLAYED));
        claims.put("no-old-rst", facts(Observation.RST_JUDGED, Observation.OLD_RST_TAKEN));
        claims.put("time-wait-kept", facts(Observation.TIME_WAIT_LEFT, Observation.TIME_WAIT_CUT_SHORT));
        claims.put("drained", facts(Observation.TIME_WAIT_OVER, Observation.UNDRAINED));
        claims.put("last-ack-clean", facts(Observation.LAST_ACK_LEFT, Observation.LAST_ACK_UNCLEAN));
        return claims;
    }

    private static Observation[] facts(Observation tested, Observation broken) {
        return new Observation[] {tested, broken};
    }

    private static final Map<String, String> COMMON = Map.of(
            "time-wait.rst", "ignore",
            "loss", "none",
            "duplication", "none",
            "start", "established",
            "B.close", "after-peer",
            "incarnations", "2");

    /** The scenario; every duration is multiplied by {@code scale}. */
    public Scenario scenario(int scale) {
        return scenario(scale, "");
    }

    /** The scenario with every duration multiplied by {@code scale} and in {@code unit}, which may be empty for ticks. */
    public Scenario scenario(int scale, String unit) {
        Map<String, String> all = new LinkedHashMap<>(COMMON);
        Splitter.on(',').trimResults().withKeyValueSeparator('=').split(knobs).forEach((knob, value) -> {
            boolean duration = Set.of("msl", "time-wait", "rto").contains(knob);
            all.put(knob, duration ? scaled(value, scale, unit) : value);
        });
        return Scenarios.of(all);
    }

    private static String scaled(String value, int scale, String unit) {
        return Splitter.on("..")
                .splitToStream(value)
                .map(each -> Integer.parseInt(each) * scale + unit)
                .collect(Collectors.joining(".."));
    }

    /** Explores the scenario and decides the nine claims. */
    public Exploration explore(int scale, Variant variant) {
        return explore(TerminationModel.of(scenario(scale), variant));
    }

    /** Explores {@code model} and decides the nine claims. */
    public static Exploration explore(TerminationModel model) {
        List<Property> properties = new ArrayList<>();
        CLAIMS.forEach(
                (name, facts) -> properties.add(new Property.StepInvariant(name, facts[0].bit(), facts[1].bit())));
        return new Explorer(model, properties, Limits.none(), Progress.NONE).run();
    }

    /** The claims that fail, in alphabetical order. */
    public static Set<String> failing(Exploration exploration) {
        Set<String> failing = new TreeSet<>();
        exploration.verdicts().forEach((name, verdict) -> {
            if (verdict instanceof Verdict.Violated) {
                failing.add(name);
            }
        });
        return failing;
    }
}
