package dev.lastack.model;

import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.Scenarios;
import dev.lastack.scenario.text.ScenarioException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;

/** Random values of all knobs at once: combinations that nobody thinks of. */
public final class RandomScenarios {

    private static final Map<String, List<String>> VALUES = new LinkedHashMap<>();

    static {
        putTimeWait();
        putEndpoint();
        putEnvironment();
    }

    private RandomScenarios() {}

    /** The values that are drawn, by the name of their knob; for a knob of one host, by the host too. */
    static Map<String, List<String>> values() {
        return Collections.unmodifiableMap(VALUES);
    }

    private static void putTimeWait() {
        VALUES.put("time-wait", List.of("0", "1", "2", "5"));
        VALUES.put("time-wait.restart", List.of("never", "on-fin", "on-any-fin", "on-out-of-window", "on-answer"));
        VALUES.put("time-wait.rst", List.of("as-elsewhere", "any", "in-window", "exact", "ignore"));
        VALUES.put(
                "B.time-wait.syn",
                List.of(
                        "challenge",
                        "drop",
                        "reset",
                        "reopen-if-newer-seq",
                        "reopen-beyond-window",
                        "reopen-if-newer-timestamp"));
        VALUES.put("time-wait.fin", List.of("acknowledge", "acknowledge", "ignore"));
        VALUES.put("time-wait.bare-ack", List.of("silent", "answer", "unless-in-order"));
        VALUES.put("time-wait.eviction", List.of("never", "never", "any-time"));
        VALUES.put("time-wait.reuse-after", List.of("off", "0", "1"));
        VALUES.put("time-wait.reuse-needs", List.of("nothing", "timestamps"));
    }

    private static void putEndpoint() {
        VALUES.put("isn", List.of("monotonic", "monotonic", "constant", "random", "clock(2)"));
        VALUES.put("timestamps", List.of("off", "on"));
        VALUES.put("rst-check", List.of("any", "in-window", "exact"));
        VALUES.put("syn-check", List.of("as-rst-check", "challenge", "reset", "reset-by-own-numbers", "drop"));
        VALUES.put("closed.rst", List.of("always", "always", "unless-bare-ack", "unless-syn", "never"));
        VALUES.put("ack-check", List.of("rfc9293", "rfc5961"));
        VALUES.put("challenge-limit", List.of("off", "1 per 2"));
        VALUES.put("reassembly", List.of("off", "on"));
        VALUES.put("rto", List.of("1", "2", "1..3"));
        VALUES.put("rto.backoff", List.of("none", "exponential(4)"));
        VALUES.put("retransmissions", List.of("unlimited", "0", "2"));
        VALUES.put("give-up", List.of("silent", "reset"));
        VALUES.put("syn-again-after-rst", List.of("after-rto", "at-once"));
        VALUES.put("fin-wait-2-timeout", List.of("off", "2"));
        VALUES.put("closing-timeout", List.of("off", "2"));
        VALUES.put("closing.fin", List.of("acknowledge", "send-own-again"));
        VALUES.put("last-ack-timeout", List.of("off", "2"));
        VALUES.put("fin-wait-2.rst", List.of("as-elsewhere", "ignore"));
        VALUES.put("ack-delay", List.of("off", "1", "2"));
        VALUES.put("keep-alive", List.of("off", "1", "2"));
        VALUES.put("quiet-time", List.of("0", "2"));
        VALUES.put("crash-clock", List.of("survives", "reset"));
        VALUES.put("silent-reset", List.of("yes", "no"));
        VALUES.put("window", List.of("1", "2", "3"));
        VALUES.put("data", List.of("0", "1", "3"));
        VALUES.put("close", List.of("may", "early", "after-peer", "never"));
        VALUES.put("close.as", List.of("half", "full", "either"));
        VALUES.put("reads", List.of("eager", "may", "never"));
        VALUES.put("A.open", List.of("active", "both"));
        VALUES.put("B.open", List.of("listen", "both", "active"));
    }

    private static void putEnvironment() {
        VALUES.put("msl", List.of("1", "2"));
        VALUES.put("loss", List.of("none", "2", "unlimited"));
        VALUES.put("duplication", List.of("none", "2", "unlimited"));
        VALUES.put("reordering", List.of("on", "off"));
        VALUES.put("capacity", List.of("1", "2", "4"));
        VALUES.put("sequence-space", List.of("unbounded", "unbounded", "8", "16"));
        VALUES.put("incarnations", List.of("1", "2", "3"));
        VALUES.put("abort", List.of("0", "1"));
        VALUES.put("crash", List.of("0", "2"));
        VALUES.put("forge", List.of("0", "0", "0", "0", "1"));
        VALUES.put("start", List.of("established", "closed"));
    }

    /** Values by knob. */
    public static Arbitrary<Map<String, String>> knobs() {
        List<Arbitrary<String>> values = new ArrayList<>();
        VALUES.values().forEach(list -> values.add(Arbitraries.of(list)));
        return Combinators.combine(values).as(chosen -> {
            Map<String, String> knobs = new LinkedHashMap<>();
            int i = 0;
            for (String name : VALUES.keySet()) {
                knobs.put(name, chosen.get(i++));
            }
            return knobs;
        });
    }

    private static final Set<String> DURATIONS = Set.of(
            "time-wait",
            "time-wait.reuse-after",
            "rto",
            "rto.backoff",
            "challenge-limit",
            "fin-wait-2-timeout",
            "closing-timeout",
            "last-ack-timeout",
            "keep-alive",
            "ack-delay",
            "quiet-time",
            "msl");

    /** The same with {@code scale} seconds for each tick. */
    public static Map<String, String> inSeconds(Map<String, String> knobs, int scale) {
        Map<String, String> measured = new LinkedHashMap<>(knobs);
        Pattern duration = Pattern.compile("(?<!\\d)(\\d+)(?! per)");
        measured.replaceAll((knob, value) -> DURATIONS.contains(knob.replaceFirst("^[AB]\\.", ""))
                ? duration.matcher(value).replaceAll(ticks -> Integer.parseInt(ticks.group(1)) * scale + "s")
                : value);
        return measured;
    }

    /** The scenario of {@code knobs}; a try whose knobs contradict each other is passed over. */
    public static Scenario valid(Map<String, String> knobs) {
        try {
            return Scenarios.of(knobs);
        } catch (ScenarioException contradictory) {
            Assume.that(false);
            throw contradictory;
        }
    }
}
