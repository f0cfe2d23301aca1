package dev.lastack.model.lanes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastack.checker.Limits;
import dev.lastack.checker.Progress;
import dev.lastack.checker.Property.StepInvariant;
import dev.lastack.checker.certificate.CertificateCheck;
import dev.lastack.checker.certificate.CheckResult;
import dev.lastack.checker.hull.HullDecision;
import dev.lastack.checker.hull.HullExploration;
import dev.lastack.checker.hull.HullSearch;
import dev.lastack.checker.lanes.CoverState;
import dev.lastack.model.LaneDifferentialTest;
import dev.lastack.model.decisions.Variant;
import dev.lastack.model.rules.Observation;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.Scenarios;
import dev.lastack.scenario.text.ScenarioException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LaneModelTest {

    /** The baseline of the page on performance, at any capacity. */
    private static Scenario baseline() {
        Map<String, String> knobs = new LinkedHashMap<>(LaneDifferentialTest.HOSTILE);
        knobs.putAll(Map.of("msl", "2", "time-wait", "4", "rto", "1", "B.close", "may", "data", "1"));
        knobs.put("incarnations", "2");
        return Scenarios.of(knobs);
    }

    private static HullExploration explore(LaneModel lanes, int workers, List<String> claims) {
        List<StepInvariant> chosen = LaneDifferentialTest.CLAIMS.stream()
                .filter(claim -> claims.isEmpty() || claims.contains(claim.name()))
                .toList();
        return new HullSearch(lanes, chosen, Limits.none().withWorkers(workers), Progress.NONE).run();
    }

    /** By claim, what decided it, or the length of the run and the capacity that it needs. */
    private static Map<String, String> told(LaneModel lanes, HullExploration seen) {
        Map<String, String> told = new TreeMap<>();
        for (StepInvariant claim : LaneDifferentialTest.CLAIMS) {
            HullDecision decision = seen.decisions().get(claim.name());
            if (decision instanceof HullDecision.Violated violated) {
                LaneRuns.Taken taken = new LaneRuns(lanes)
                        .take(violated.run(), claim.violation())
                        .orElseThrow();
                assertThat(taken.trace().steps()).hasSameSizeAs(violated.run().steps());
                told.put(
                        claim.name(),
                        violated.run().steps().size() + " at "
                                + taken.scenario().environment().capacity());
            } else if (decision instanceof HullDecision.Holds holds) {
                told.put(claim.name(), holds.by().toString());
            }
        }
        return told;
    }

    @ParameterizedTest
    @CsvSource({
        "loss, none, 'loss: none, but a network of any capacity needs loss: unlimited'",
        "loss, 2, 'loss: 2, but a network of any capacity needs loss: unlimited'",
        "duplication, 1, 'duplication: 1, but a network of any capacity needs duplication: unlimited'",
        "reordering, off, 'reordering: off, but a network of any capacity needs reordering: on'"
    })
    void refusesWhatHasNoOrderAndSaysWhichKnob(String knob, String value, String why) {
        Scenario scenario = baseline().with(Map.of(knob, value));

        assertThat(LaneModel.refusal(scenario)).contains(why);
        assertThatThrownBy(() -> LaneModel.of(scenario, Variant.OF_KNOBS))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining(why);
    }

    /** Timers that fire in steps of their own are no steps of a lane model. */
    @ParameterizedTest
    @CsvSource({
        "msl, 30s, durations are real times",
        "msl, 32767, msl is 32767 ticks",
    })
    void refusesDurationsThatItHasNoRoomFor(String knob, String value, String why) {
        assertThat(LaneModel.refusal(Scenarios.of(Map.of(knob, value, "time-wait", "2*msl", "rto", "msl"))))
                .hasValueSatisfying(told -> assertThat(told).startsWith(why));
    }

    @Test
    void refusesOldAgesThatAreRead() {
        Map<String, String> knobs = Map.of("msl", "64", "timestamps", "on");

        assertThat(LaneModel.refusal(Scenarios.of(knobs)))
                .contains("msl is 64 ticks, and a network of any capacity has room for 63 with timestamps");
        assertThat(LaneModel.refusal(Scenarios.of(Map.of("msl", "63", "timestamps", "on"))))
                .isEmpty();
    }

    @Test
    void decidesTheBaselineForAnyCapacity() {
        LaneModel lanes = LaneModel.of(baseline(), Variant.OF_KNOBS);
        List<String> claims = LaneDifferentialTest.CLAIMS.stream()
                .map(StepInvariant::name)
                .filter(name -> !name.equals("no-old-rst"))
                .toList();

        HullExploration seen = explore(lanes, 2, claims);

        assertThat(seen.controls()).isEqualTo(2_396);
        assertThat(seen.cuts()).containsExactly("sequence numbers");
        assertThat(told(lanes, seen))
                .containsEntry("time-wait-kept", "7 at 3")
                .containsEntry("graceful", "7 at 3")
                .containsEntry("drained", "9 at 2")
                .containsEntry("last-ack-clean", "11 at 2");
        assertThat(told(lanes, seen).values().stream().filter("HULL"::equals)).hasSize(8);
    }

    @Tag("deep")
    @Test
    void provesNoOldRstOfTheBaseline() {
        LaneModel lanes = LaneModel.of(baseline(), Variant.OF_KNOBS);

        HullExploration seen = explore(lanes, 2, List.of("no-old-rst"));

        HullDecision.Holds holds =
                (HullDecision.Holds) Objects.requireNonNull(seen.decisions().get("no-old-rst"));
        assertThat(holds.by()).isEqualTo(HullDecision.Means.ANTICHAIN);
        StepInvariant claim = new StepInvariant("no-old-rst", 0, Observation.OLD_RST_TAKEN.bit());
        assertThat(new CertificateCheck(lanes, List.of(claim))
                        .check(holds.cover().get()))
                .isInstanceOf(CheckResult.Accepted.class);
    }

    /** A capacity of three hides the shortest run, which has four segments in flight. */
    @Test
    void aBoundedCapacityHidesTheShortestRun() {
        Scenario scenario = Scenarios.variant("no-time-wait").with(LaneDifferentialTest.HOSTILE);
        LaneModel lanes = LaneModel.of(scenario, Variant.OF_KNOBS);

        assertThat(told(lanes, explore(lanes, 1, List.of("no-old-rst")))).containsEntry("no-old-rst", "9 at 4");
    }

    @Test
    void aProofOfAScenarioIsOneOfNoOther() {
        Scenario scenario = Scenarios.variant("two-msl").with(LaneDifferentialTest.HOSTILE);
        LaneModel lanes = LaneModel.of(scenario, Variant.OF_KNOBS);
        HullDecision.Holds holds = (HullDecision.Holds) Objects.requireNonNull(
                explore(lanes, 1, List.of("rfc-edges")).decisions().get("rfc-edges"));
        List<CoverState> states = holds.cover().get();

        assertThat(refusal(lanes, states)).isNull();
        LaneModel other = LaneModel.of(scenario.with(Map.of("time-wait", "3")), Variant.OF_KNOBS);
        assertThat(other.subject()).isNotEqualTo(lanes.subject());
        assertThat(refusal(other, states)).isNotNull();
        // The capacity is nothing that a network of any capacity depends on.
        LaneModel wider = LaneModel.of(scenario.with(Map.of("capacity", "5")), Variant.OF_KNOBS);
        assertThat(wider.subject()).isEqualTo(lanes.subject());
        assertThat(refusal(wider, states)).isNull();
        List<CoverState> tampered = new ArrayList<>(states);
        tampered.remove(tampered.size() / 2);
        assertThat(refusal(lanes, tampered))
                .matches("a step leads to a state that is not covered: "
                        + "(ARRIVAL at [AB] of [A-Z]+(,[A-Z]+)* seq=|[AB] [A-Z]+|TICK|[AB] .* timer fires).*, in A .*");
    }

    private static @Nullable String refusal(LaneModel lanes, List<CoverState> states) {
        StepInvariant claim = new StepInvariant("rfc-edges", 0, Observation.TCP_STATE_CHANGED_AGAINST_RFC.bit());
        return new CertificateCheck(lanes, List.of(claim)).check(states) instanceof CheckResult.Refused refused
                ? refused.why()
                : null;
    }
}
