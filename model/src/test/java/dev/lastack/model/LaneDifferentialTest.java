package dev.lastack.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.checker.Exploration;
import dev.lastack.checker.Limits;
import dev.lastack.checker.Progress;
import dev.lastack.checker.Property.StepInvariant;
import dev.lastack.checker.Verdict;
import dev.lastack.checker.certificate.CertificateCheck;
import dev.lastack.checker.certificate.CheckResult;
import dev.lastack.checker.hull.HullDecision;
import dev.lastack.checker.hull.HullExploration;
import dev.lastack.checker.hull.HullSearch;
import dev.lastack.checker.search.Explorer;
import dev.lastack.model.decisions.Decisions;
import dev.lastack.model.decisions.Rule;
import dev.lastack.model.decisions.StepContext;
import dev.lastack.model.decisions.Variant;
import dev.lastack.model.decisions.VariantTest;
import dev.lastack.model.lanes.LaneModel;
import dev.lastack.model.lanes.LaneRuns;
import dev.lastack.model.rules.Observation;
import dev.lastack.model.state.Tcb;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.Scenarios;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Any capacity against capacities at which the plain search ends: it misses no violation, and finds none that is longer. */
public class LaneDifferentialTest {

    private static final int MOST_STATES = 20_000;
    private static final int MOST_CONTROLS = 1_500;

    public static final Map<String, String> HOSTILE =
            Map.of("loss", "unlimited", "duplication", "unlimited", "reordering", "on");

    public static final List<StepInvariant> CLAIMS = List.of(
            claim("no-old-fin", Observation.FIN_JUDGED, Observation.OLD_FIN_TAKEN),
            claim("no-old-data", Observation.TEXT_JUDGED, Observation.OLD_TEXT_TAKEN),
            claim("no-old-ack", Observation.ACK_JUDGED, Observation.OLD_ACK_TAKEN),
            claim("no-old-handshake", Observation.HANDSHAKE_JUDGED, Observation.OLD_HANDSHAKE),
            claim("no-replay", Observation.HANDSHAKE_JUDGED, Observation.REPLAYED),
            claim("no-old-rst", Observation.RST_JUDGED, Observation.OLD_RST_TAKEN),
            claim("time-wait-kept", Observation.TIME_WAIT_LEFT, Observation.TIME_WAIT_CUT_SHORT),
            claim("drained", Observation.TIME_WAIT_OVER, Observation.UNDRAINED),
            claim("last-ack-clean", Observation.LAST_ACK_LEFT, Observation.LAST_ACK_UNCLEAN),
            claim("graceful", Observation.BOTH_CLOSED_TCB_ENDED, Observation.BOTH_CLOSED_TCB_RESET),
            claim("no-truncation", Observation.END_TOLD, Observation.TRUNCATED),
            claim("agreement", Observation.PARTNERS, Observation.PARTNERS_DISAGREE),
            claim("rfc-edges", Observation.TCP_STATE_CHANGED, Observation.TCP_STATE_CHANGED_AGAINST_RFC));

    private static StepInvariant claim(String name, Observation testedBy, Observation brokenBy) {
        return new StepInvariant(name, testedBy.bit(), brokenBy.bit());
    }

    @Provide
    Arbitrary<Map<String, String>> knobs() {
        return RandomScenarios.knobs();
    }

    @Property(tries = 20, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void missesNothingInRandomScenarios(@ForAll("knobs") Map<String, String> knobs) {
        compareHostile(knobs, Variant.OF_KNOBS);
    }

    /** Of knobs that give small scenarios, in most of which something is violated. */
    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void missesNothingInSmallRandomScenarios(@ForAll Random random) {
        compareHostile(small(random), Variant.OF_KNOBS);
    }

    @Property(tries = 20, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void missesNothingWhereAVariantInJavaDecides(@ForAll Random random) {
        compareHostile(small(random), IN_JAVA.get(random.nextInt(IN_JAVA.size())));
    }

    @Tag("deep")
    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void missesNothingInAThousandRandomScenarios(@ForAll("knobs") Map<String, String> knobs, @ForAll Random random) {
        compareHostile(knobs, random.nextInt(4) > 0 ? Variant.OF_KNOBS : IN_JAVA.get(random.nextInt(IN_JAVA.size())));
    }

    @Tag("deep")
    @Property(tries = 3_000, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void missesNothingInThousandsOfSmallRandomScenarios(@ForAll Random random) {
        compareHostile(
                small(random), random.nextInt(4) > 0 ? Variant.OF_KNOBS : IN_JAVA.get(random.nextInt(IN_JAVA.size())));
    }

    private static void compareHostile(Map<String, String> knobs, Variant variant) {
        Map<String, String> hostile = new LinkedHashMap<>(knobs);
        hostile.putAll(HOSTILE);
        compare(RandomScenarios.valid(hostile), variant).forEach(Statistics::collect);
    }

    private static Map<String, String> small(Random random) {
        Map<String, String> knobs = new LinkedHashMap<>();
        SMALL.forEach((knob, values) -> knobs.put(knob, values.get(random.nextInt(values.size()))));
        if (Objects.equals(knobs.get("isn"), "random")) {
            knobs.putAll(Map.of("sequence-space", "4", "window", "1", "data", "0"));
        }
        return knobs;
    }

    /** Keeps a field for each host, or does not follow a rule, or does not answer. */
    private static final List<Variant> IN_JAVA = List.of(
            Variant.of(VariantTest.OnceOnly.class),
            Variant.of("never refuses", fields -> new Decisions() {
                @Override
                public boolean follows(Rule rule, StepContext step, Tcb tcb) {
                    return rule != Rule.RST_CLOSES && rule != Rule.RST_RESETS;
                }
            }),
            Variant.of("deaf", fields -> new Decisions() {
                @Override
                public boolean answers(Rule rule, StepContext step, Tcb tcb) {
                    return rule != Rule.OUT_OF_WINDOW && rule != Rule.CLOSED_RESETS;
                }
            }));

    private static final Map<String, List<String>> SMALL = Map.ofEntries(
            Map.entry("msl", List.of("1", "2")),
            Map.entry("capacity", List.of("1", "2", "3")),
            Map.entry("time-wait", List.of("0", "1", "2", "3", "4")),
            Map.entry("time-wait.restart", List.of("never", "on-fin", "on-any-fin", "on-out-of-window", "on-answer")),
            Map.entry("time-wait.rst", List.of("as-elsewhere", "in-window", "exact", "ignore")),
            Map.entry("time-wait.syn", List.of("challenge", "drop", "reset", "reopen-if-newer-seq")),
            Map.entry("isn", List.of("constant", "monotonic", "random")),
            Map.entry("rst-check", List.of("in-window", "exact")),
            Map.entry("ack-check", List.of("rfc9293", "rfc5961")),
            Map.entry("data", List.of("0", "0", "1")),
            Map.entry("B.close", List.of("may", "after-peer")),
            Map.entry("rto", List.of("1", "2", "1..2")),
            Map.entry("retransmissions", List.of("unlimited", "1")),
            Map.entry("fin-wait-2-timeout", List.of("off", "off", "2")),
            Map.entry("abort", List.of("0", "0", "1")),
            Map.entry("crash", List.of("0", "0", "0", "1")),
            Map.entry("timestamps", List.of("off", "off", "on")),
            Map.entry("forge", List.of("0", "0", "0", "0", "1")),
            Map.entry("rto.backoff", List.of("none", "none", "exponential(4)")),
            Map.entry("reassembly", List.of("off", "on")),
            Map.entry("challenge-limit", List.of("off", "off", "1 per 2")),
            Map.entry("keep-alive", List.of("off", "off", "2")),
            Map.entry("start", List.of("established", "closed")));

    @ParameterizedTest
    @CsvSource({
        "two-msl, 1, 0",
        "two-msl, 2, 0",
        "no-time-wait, 2, 0",
        "one-tick-short, 2, 0",
        "short-time-wait, 2, 0",
        "rfc9293, 1, 0",
        "rfc1337, 1, 0",
        "rfc6191, 1, 0",
        "freebsd, 1, 0",
        "linux, 1, 0"
    })
    void missesNothingInShippedScenarios(String name, String capacity, String data) {
        Map<String, String> changes = new HashMap<>(HOSTILE);
        changes.put("capacity", capacity);
        changes.put("data", data);
        assertThat(compare(Scenarios.variant(name).with(changes), Variant.OF_KNOBS))
                .isNotEmpty();
    }

    /** Returns what became of each claim that both searches decided. */
    private static List<String> compare(Scenario scenario, Variant variant) {
        List<String> kinds = new ArrayList<>();
        LaneModel lanes = LaneModel.of(scenario, variant);
        Limits limits = Limits.none().withWorkers(1);
        HullExploration hull;
        Exploration plain;
        try {
            plain = new Explorer(
                            TerminationModel.of(scenario, variant),
                            List.copyOf(CLAIMS),
                            limits.withMaxStates(MOST_STATES),
                            Progress.NONE)
                    .run();
            hull = new HullSearch(lanes, CLAIMS, limits.withMaxStates(MOST_CONTROLS), Progress.NONE).run();
        } catch (IllegalArgumentException tooManyToGuess) {
            Assume.that(false);
            throw tooManyToGuess;
        }
        for (StepInvariant claim : CLAIMS) {
            HullDecision decision = Objects.requireNonNull(hull.decisions().get(claim.name()));
            Verdict verdict = Objects.requireNonNull(plain.verdicts().get(claim.name()));
            new Comparison(scenario, lanes, claim, kinds).compare(decision, verdict);
        }
        return kinds;
    }

    /** One claim of one scenario in both searches. */
    private record Comparison(Scenario scenario, LaneModel lanes, StepInvariant claim, List<String> kinds) {

        void compare(HullDecision decision, Verdict verdict) {
            if (decision instanceof HullDecision.Violated violated) {
                int need = need(violated);
                int length = violated.run().steps().size();
                boolean fits = need <= scenario.environment().capacity();
                if (verdict instanceof Verdict.Violated plain) {
                    count("violated in both");
                    int plainly = plain.trace().steps().size();
                    assertThat(length).as(what()).isLessThanOrEqualTo(plainly);
                    if (fits) {
                        assertThat(length).as(what()).isEqualTo(plainly);
                    }
                } else if (!(verdict instanceof Verdict.Inconclusive)) {
                    count("violated beyond the capacity");
                    assertThat(fits).as(what()).isFalse();
                }
            } else if (!(decision instanceof HullDecision.Inconclusive)) {
                count(decision instanceof HullDecision.Holds holds ? "holds by " + holds.by() : "vacuous");
                assertThat(verdict).as(what()).isNotInstanceOf(Verdict.Violated.class);
                if (decision instanceof HullDecision.Vacuous) {
                    assertThat(verdict).as(what()).isNotInstanceOf(Verdict.Holds.class);
                } else if (decision instanceof HullDecision.Holds holds) {
                    certify(holds);
                }
            }
        }

        private void count(String what) {
            kinds.add(what);
        }

        private void certify(HullDecision.Holds holds) {
            if (holds.kept() < MOST_CONTROLS && holds.by() == HullDecision.Means.ANTICHAIN) {
                assertThat(new CertificateCheck(lanes, List.of(claim))
                                .check(holds.cover().get()))
                        .as(what())
                        .isInstanceOf(CheckResult.Accepted.class);
            }
        }

        /** The capacity that the run needs in the plain model, where it can be taken. */
        private int need(HullDecision.Violated violated) {
            Optional<LaneRuns.Taken> taken = new LaneRuns(lanes).take(violated.run(), claim.violation());
            assertThat(taken).as(what()).isPresent();
            assertThat(taken.get().trace().steps()).hasSameSizeAs(violated.run().steps());
            return taken.get().scenario().environment().capacity();
        }

        private String what() {
            return claim.name() + " in " + scenario;
        }
    }
}
