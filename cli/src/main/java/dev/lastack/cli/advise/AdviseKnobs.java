package dev.lastack.cli.advise;

import dev.lastack.properties.analysis.advice.Figures;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.text.Place;
import dev.lastack.scenario.text.ScenarioException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The knobs that {@code lastack advise} has options for, which are those that people turn; {@code --set} has the rest. */
final class AdviseKnobs {

    @Option(
            names = "--time-wait",
            paramLabel = "TIME",
            description = "Length of TIME-WAIT (15s, 2*msl, 0); default: that of the stack.")
    private Optional<String> timeWait = Optional.empty();

    @Option(names = "--timestamps", negatable = true, description = "RFC 7323 timestamps; default: as in the stack.")
    private Optional<Boolean> timestamps = Optional.empty();

    @Option(
            names = "--loss",
            paramLabel = "N",
            description = "Maximum number of segments lost in a run, or unlimited, or none; default: 1.")
    private Optional<String> loss = Optional.empty();

    @Option(
            names = "--isn",
            paramLabel = "RULE",
            description = "How initial sequence numbers are chosen: monotonic, random, constant.")
    private Optional<String> isn = Optional.empty();

    @Option(
            names = "--retransmissions",
            paramLabel = "N",
            description = "Retransmissions before a connection is given up; default: as in the stack.")
    private Optional<String> retransmissions = Optional.empty();

    @Option(names = "--set", paramLabel = "KNOB=VALUE", description = "Sets any other knob; repeatable.")
    private Map<String, String> settings = new LinkedHashMap<>();

    /** By knob. */
    Map<String, String> settings() {
        Map<String, String> all = new LinkedHashMap<>();
        timeWait.ifPresent(value -> all.put("time-wait", checked("time-wait", value)));
        timestamps.ifPresent(on -> all.put("timestamps", on ? "on" : "off"));
        loss.ifPresent(value -> all.put("loss", checked("loss", value)));
        isn.ifPresent(value -> all.put("isn", checked("isn", value)));
        retransmissions.ifPresent(value -> all.put("retransmissions", checked("retransmissions", value)));
        settings.forEach((knob, value) -> {
            if (all.put(knob, value) != null) {
                throw new ScenarioException(Place.of("--set"), knob + " is also given by --" + knob + "; give it once");
            }
        });
        all.putIfAbsent("loss", "1");
        return all;
    }

    /** The value, if the knob can have it; a complaint names the option that it was given with. */
    private static String checked(String knob, String value) {
        String option = "--" + knob;
        Figures.refuseTicks(option, knob, value);
        Scenario.builder(option).set(knob, value);
        return value;
    }
}
