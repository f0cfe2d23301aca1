package dev.lastack.properties.analysis.advice;

import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.ScenarioBuilder;
import dev.lastack.scenario.knobs.RealTime;
import dev.lastack.scenario.knobs.RealTimeText;
import dev.lastack.scenario.text.Place;
import dev.lastack.scenario.text.ScenarioException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What advice is asked for.
 *
 * @param stack the rules of both ends; its durations are real or multiples of msl
 * @param msl maximum segment lifetime
 * @param rto gaps between retransmissions
 * @param knobs what differs from the stack, by name
 */
public record Figures(Scenario stack, Duration msl, Gaps rto, Map<String, String> knobs) {

    /** Numbers are chosen by the adversary or a clock: only a small sequence space can be explored. */
    private static final Map<String, String> SMALL_NUMBERS = Map.of("sequence-space", "4", "window", "1", "data", "0");

    private static final List<String> DURATIONS = List.of(
            "time-wait",
            "time-wait.reuse-after",
            "fin-wait-2-timeout",
            "closing-timeout",
            "last-ack-timeout",
            "keep-alive",
            "quiet-time",
            "challenge-limit",
            "rto.backoff");

    /**
     * Takes the figures.
     *
     * @throws ScenarioException if a knob does not exist or a duration is in ticks, which have no length here
     */
    public Figures {
        knobs = Map.copyOf(knobs);
        stack.statement().settings().forEach((knob, value) -> refuseTicks(stack.name(), knob, value));
        knobs.forEach((knob, value) -> refuseTicks("--set", knob, value));
        ScenarioBuilder check = Scenario.builder("--set");
        knobs.forEach(check::set);
    }

    /**
     * Refuses a duration in ticks.
     *
     * @param source what a complaint names: a file, or an option
     * @throws ScenarioException if {@code value} is one
     */
    public static void refuseTicks(String source, String knob, String value) {
        String bare = knob.startsWith("A.") || knob.startsWith("B.") ? knob.substring(2) : knob;
        if (DURATIONS.contains(bare) && value.matches("[1-9]\\d*|.* per \\d+|exponential\\(\\d+\\)")) {
            throw new ScenarioException(
                    Place.of(source),
                    knob + ": " + value
                            + " is in ticks, which have no length here; give a real time (15s) or a multiple"
                            + " of msl");
        }
    }

    /**
     * The scenario at a tick.
     *
     * @param changes further knobs, which count more than the figures
     * @throws ScenarioException if these make no scenario
     */
    Scenario at(Duration tick, Scope scope, Map<String, String> changes) {
        Map<String, String> all = base(scope, rto);
        put(all, changes);
        put(
                all,
                Map.of(
                        "tick",
                        RealTimeText.of(tick),
                        "rto",
                        gaps(changes).from(tick).toString()));
        return build(all);
    }

    /**
     * The scenario for dense time, where the durations are those written. It has to be one in ticks too, but no tick has an
     * influence. Empty if there is none.
     */
    Optional<Scenario> inDenseTime(Scope scope, Map<String, String> changes, int capacity) {
        Gaps gaps = gaps(changes);
        Map<String, String> all = base(scope, gaps);
        put(all, changes);
        put(all, Map.of("rto", gaps.toString()));
        if (!knobs.containsKey("capacity")) {
            put(all, Map.of("capacity", Integer.toString(capacity)));
        }
        Duration coarse = gaps.max().compareTo(msl) < 0 ? gaps.max() : msl;
        Map<String, String> coarsely = new LinkedHashMap<>(all);
        put(coarsely, Map.of("tick", RealTimeText.of(coarse)));
        return built(coarsely).or(() -> built(all));
    }

    private Optional<Scenario> built(Map<String, String> all) {
        try {
            return Optional.of(build(all));
        } catch (ScenarioException impossible) {
            return Optional.empty(); // A duration is no whole number of such ticks, or too many.
        }
    }

    /** The gaps between retransmissions with these changes. */
    Gaps gaps(Map<String, String> changes) {
        return changes.containsKey("rto") ? Gaps.parse(changes.getOrDefault("rto", "")) : rto;
    }

    /** The scenario at the tick that divides all durations; as {@link #at} otherwise. */
    Scenario exactly(Map<String, String> changes) {
        Map<String, String> all = base(Scope.EXCHANGE, rto);
        put(all, changes);
        return build(all);
    }

    /** How long A's TIME-WAIT is. */
    public Duration timeWait() {
        // With rto a multiple of msl the tick of the exact scenario is not finer than need be.
        Scenario exact = exactly(Map.of("rto", "msl"));
        Duration tick = exact.statement().realTime().map(RealTime::tick).orElse(msl);
        return tick.multipliedBy(exact.a().timeWait().length());
    }

    private Map<String, String> base(Scope scope, Gaps gaps) {
        Map<String, String> all = new LinkedHashMap<>(stack.statement().settings());
        all.remove("tick");
        put(all, scope.knobs());
        all.put("msl", RealTimeText.of(msl));
        put(all, Map.of("rto", gaps.toString(), "rto.backoff", "none"));
        put(all, knobs);
        return all;
    }

    private Scenario build(Map<String, String> all) {
        if (all.entrySet().stream().anyMatch(Figures::needsSmallNumbers)) {
            SMALL_NUMBERS.forEach((knob, value) -> {
                if (!knobs.containsKey(knob)) {
                    put(all, Map.of(knob, value));
                }
            });
        }
        ScenarioBuilder builder = Scenario.builder(stack.name());
        all.forEach(builder::set);
        return builder.build();
    }

    private static boolean needsSmallNumbers(Map.Entry<String, String> setting) {
        return setting.getKey().endsWith("isn")
                && (setting.getValue().equals("random") || setting.getValue().startsWith("clock"));
    }

    /** A name without a host replaces what was said of each. */
    private static void put(Map<String, String> all, Map<String, String> more) {
        more.forEach((knob, value) -> {
            all.remove("A." + knob);
            all.remove("B." + knob);
            all.remove(knob);
            all.put(knob, value);
        });
    }
}
