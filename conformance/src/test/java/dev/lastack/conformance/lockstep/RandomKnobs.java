package dev.lastack.conformance.lockstep;

import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.text.ScenarioException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random values of every knob for the cross-validation of endpoint and model. */
final class RandomKnobs {

    /** The values that are drawn, by knob; both hosts have the same. */
    static final Map<String, List<String>> VALUES = new LinkedHashMap<>();

    static {
        putTimeWait();
        putSegments();
        putUsers();
        putNetwork();
    }

    private RandomKnobs() {}

    private static void putTimeWait() {
        VALUES.put("time-wait", List.of("0", "1", "2*msl"));
        VALUES.put("time-wait.restart", List.of("never", "on-fin", "on-any-fin", "on-out-of-window", "on-answer"));
        VALUES.put("time-wait.rst", List.of("as-elsewhere", "any", "in-window", "exact", "ignore"));
        VALUES.put(
                "time-wait.syn",
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

    private static void putSegments() {
        VALUES.put("isn", List.of("constant", "monotonic", "random", "clock(1)"));
        VALUES.put("timestamps", List.of("on", "off"));
        VALUES.put("rst-check", List.of("any", "in-window", "exact"));
        VALUES.put("syn-check", List.of("as-rst-check", "challenge", "reset", "reset-by-own-numbers", "drop"));
        VALUES.put("closed.rst", List.of("always", "always", "unless-bare-ack", "unless-syn", "never"));
        VALUES.put("ack-check", List.of("rfc9293", "rfc5961"));
        VALUES.put("challenge-limit", List.of("off", "1 per 2"));
        VALUES.put("reassembly", List.of("on", "off"));
        VALUES.put("rto", List.of("1", "1..2", "2"));
        VALUES.put("rto.backoff", List.of("none", "exponential(4)"));
        VALUES.put("retransmissions", List.of("unlimited", "1", "2"));
        VALUES.put("give-up", List.of("silent", "reset"));
        VALUES.put("syn-again-after-rst", List.of("after-rto", "at-once"));
        VALUES.put("window", List.of("1", "2", "3"));
    }

    private static void putUsers() {
        VALUES.put("data", List.of("0", "1", "2"));
        VALUES.put("close", List.of("may", "early", "after-peer"));
        VALUES.put("open", List.of("both", "active", "listen"));
        VALUES.put("close.as", List.of("half", "full", "either"));
        VALUES.put("reads", List.of("eager", "may", "never"));
        VALUES.put("fin-wait-2-timeout", List.of("off", "2"));
        VALUES.put("fin-wait-2.rst", List.of("as-elsewhere", "any", "in-window", "exact", "ignore"));
        VALUES.put("closing-timeout", List.of("off", "1", "3"));
        VALUES.put("closing.fin", List.of("acknowledge", "send-own-again"));
        VALUES.put("last-ack-timeout", List.of("off", "1", "3"));
        VALUES.put("ack-delay", List.of("off", "1", "2"));
        VALUES.put("keep-alive", List.of("off", "2"));
        VALUES.put("quiet-time", List.of("0", "1"));
        VALUES.put("crash-clock", List.of("survives", "reset"));
        VALUES.put("silent-reset", List.of("yes", "no"));
    }

    private static void putNetwork() {
        VALUES.put("msl", List.of("1", "2"));
        VALUES.put("loss", List.of("none", "1", "unlimited"));
        VALUES.put("duplication", List.of("none", "1", "unlimited"));
        VALUES.put("reordering", List.of("on", "off"));
        VALUES.put("capacity", List.of("2", "3"));
        VALUES.put("sequence-space", List.of("unbounded", "8", "16"));
        VALUES.put("incarnations", List.of("1", "2", "3"));
        VALUES.put("abort", List.of("0", "1"));
        VALUES.put("crash", List.of("0", "1"));
        VALUES.put("forge", List.of("0", "0", "0", "1"));
        VALUES.put("start", List.of("established", "closed"));
    }

    /** Scenarios of such knobs, without those whose knobs contradict each other. */
    static Arbitrary<Scenario> scenarios() {
        List<Arbitrary<String>> values = new ArrayList<>();
        VALUES.values().forEach(list -> values.add(Arbitraries.of(list)));
        return Combinators.combine(values)
                .as(RandomKnobs::valid)
                .filter(Optional::isPresent)
                .map(Optional::get);
    }

    private static Optional<Scenario> valid(List<String> chosen) {
        Map<String, String> knobs = new LinkedHashMap<>();
        VALUES.keySet().forEach(name -> knobs.put(name, chosen.get(knobs.size())));
        if (Objects.equals(knobs.get("timestamps"), "on")) {
            // The forged segments of the model have a current timestamp; those of the executables have none.
            knobs.put("forge", "0");
            // A clock of the model that was reset is behind all it said before; the timestamps of the executables go
            // on.
            knobs.put("crash-clock", "survives");
            knobs.put("ack-delay", "off");
        }
        try {
            return Optional.of(ConformanceProperties.scenario(knobs));
        } catch (ScenarioException contradiction) {
            return Optional.empty();
        }
    }
}
