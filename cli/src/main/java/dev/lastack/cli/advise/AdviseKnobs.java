package dev.lastack.cli.advise;

import dev.lastack.properties.analysis.advice.Figures;
import dev.lastack.scenario.Scenario;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The knobs that {@code lastack advise} has options for, which are those that people turn; {@code --set} has the rest. */
final class AdviseKnobs {

    @Option(
            names = "--time-wait",
            paramLabel = "TIME",
            description = "Length of TIME-WAIT (15s, 2*msl, 0); default: what the stack has.")
    private Optional<String> timeWait = Optional.empty();

    @Option(names = "--timestamps", negatable = true, description = "RFC 7323 timestamps; default: as the stack.")
    private Optional<Boolean> timestamps = Optional.empty();

    @Option(
            names = "--loss",
            paramLabel = "N",
            description = "Segments that are lost, at most, in a run; or unlimited, none; default: 1.")
    private String loss = "1";

    @Option(
            names = "--isn",
            paramLabel = "RULE",
            description = "How initial sequence numbers are chosen: monotonic, random, constant.")
    private Optional<String> isn = Optional.empty();

    @Option(
            names = "--retransmissions",
            paramLabel = "N",
            description = "Retransmissions before a connection is given up; default: as the stack.")
    private Optional<String> retransmissions = Optional.empty();

    @Option(names = "--set", paramLabel = "KNOB=VALUE", description = "Sets any other knob; repeatable.")
    private Map<String, String> settings = new LinkedHashMap<>();

    /** By knob. */
    Map<String, String> settings() {
        Map<String, String> all = new LinkedHashMap<>();
        timeWait.ifPresent(value -> all.put("time-wait", checked("time-wait", value)));
        timestamps.ifPresent(on -> all.put("timestamps", on ? "on" : "off"));
        all.put("loss", checked("loss", loss));
        isn.ifPresent(value -> all.put("isn", checked("isn", value)));
        retransmissions.ifPresent(value -> all.put("retransmissions", checked("retransmissions", value)));
        all.putAll(settings);
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
