package dev.lastack.conformance.lockstep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.model.TerminationModel;
import dev.lastack.model.decisions.Rule;
import dev.lastack.model.decisions.Variant;
import dev.lastack.scenario.Scenario;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Small scenarios that together ask for every rule of SEGMENT ARRIVES that can be asked for. */
final class RuleScenarios {

    private static final List<String> SMALL = List.of(
            "duplication=none incarnations=1",
            "incarnations=2",
            "challenge-limit=1_per_3",
            "time-wait.rst=ignore time-wait.bare-ack=answer time-wait.syn=drop",
            "timestamps=on open=both time-wait.syn=reopen-if-newer-timestamp",
            "loss=none duplication=none time-wait=2 capacity=2",
            "open=both start=closed abort=1 incarnations=1",
            "data=1",
            "data=1 reassembly=on capacity=2 B.close=never incarnations=1",
            "timestamps=on capacity=2",
            "close.as=full data=1 incarnations=1",
            "time-wait.fin=ignore closing.fin=send-own-again closed.rst=unless-syn open=active",
            "A.ack-delay=2 data=1 duplication=none incarnations=1 B.close=may");

    /** With a forged segment: every check meets everything. */
    private static final List<String> FORGED = List.of(
            "open=both start=closed loss=none duplication=none",
            "open=both start=closed loss=none duplication=none rst-check=in-window",
            "time-wait.syn=reset reassembly=on",
            "loss=none duplication=none ack-check=rfc5961 sequence-space=8 window=1",
            "open=both start=closed loss=none duplication=none syn-again-after-rst=at-once rst-check=any",
            "loss=none duplication=none syn-check=reset-by-own-numbers",
            "loss=none duplication=none syn-check=drop closed.rst=never");

    /** A scenario and the rules that some step of it asks for. */
    record Asking(Scenario scenario, Set<Rule> rules) {

        private static Asking of(Map<String, String> knobs) {
            Scenario scenario = ConformanceProperties.scenario(ConformanceProperties.small(knobs));
            return new Asking(scenario, askedWithout(scenario, Set.of()));
        }

        /** The rules that are asked for where {@code unfollowed} are left out. */
        Set<Rule> without(Set<Rule> unfollowed) {
            return askedWithout(scenario, unfollowed);
        }

        private static Set<Rule> askedWithout(Scenario scenario, Set<Rule> unfollowed) {
            Set<Rule> asked = EnumSet.noneOf(Rule.class);
            explore(scenario, RuleMutants.listening(asked, unfollowed));
            return asked;
        }
    }

    private RuleScenarios() {}

    static List<Asking> all() {
        return Stream.concat(
                        SMALL.stream().map(RuleScenarios::knobs),
                        FORGED.stream().map(RuleScenarios::forged))
                .map(Asking::of)
                .toList();
    }

    /** One segment of any kind, with any numbers, arrives at either end. */
    static Map<String, String> forged(String line) {
        return knobs("forge=1 incarnations=1 sequence-space=4 window=2 " + line);
    }

    /** Later settings win over earlier ones. */
    private static Map<String, String> knobs(String line) {
        Map<String, String> knobs = new TreeMap<>();
        for (String setting : line.split(" ", -1)) {
            int equals = setting.indexOf('=');
            knobs.put(
                    setting.substring(0, equals), setting.substring(equals + 1).replace('_', ' '));
        }
        return knobs;
    }

    /** Sees all states of {@code scenario}. */
    static void explore(Scenario scenario, Variant variant) {
        ModelGraph graph = new ModelGraph(TerminationModel.of(scenario, variant), RuleMutants.ALL_STATES);
        assertThat(graph.complete()).as(scenario.name()).isTrue();
    }
}
