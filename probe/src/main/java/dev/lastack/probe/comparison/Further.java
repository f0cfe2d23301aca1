package dev.lastack.probe.comparison;

import dev.lastack.probe.measurement.NumericQuestion;
import dev.lastack.probe.measurement.Observations;
import dev.lastack.probe.measurement.Setting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was measured that no knob speaks of, in words. */
public final class Further {

    private Further() {}

    /** Sentences by subject. */
    public static Map<String, String> of(Observations observations) {
        Map<String, String> sentences = new LinkedHashMap<>();
        for (Setting setting : List.of(Setting.DEFAULT, Setting.TW_REUSE)) {
            Optional<List<Long>> named = observations.series(setting, NumericQuestion.REUSE_OF_NAMED_PORT);
            named.ifPresent(times -> sentences.put(
                    "connect from a port that the user names, with timestamps (" + setting + ")",
                    times.isEmpty()
                            ? "never replaces TIME-WAIT"
                            : "replaces TIME-WAIT " + Numbers.seconds(times.get(0)) + " after its entry"));
        }
        observations
                .series(Setting.DEFAULT, NumericQuestion.ISS_REOPENED)
                .ifPresent(distance -> sentences.put(
                        "ISS of a connection that a SYN opens in TIME-WAIT", "SND.NXT+" + distance.get(0)));
        return sentences;
    }
}
