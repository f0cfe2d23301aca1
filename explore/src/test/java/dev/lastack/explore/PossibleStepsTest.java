package dev.lastack.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.scenario.Scenarios;
import dev.lastack.scenario.knobs.Host;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PossibleStepsTest {

    private final Playground playground = Walks.oneTickShort();
    private final Choices readme = Walks.readmeChoices();

    private List<PossibleStep> after(int steps) {
        return PossibleSteps.after(playground, playground.walk(readme.upTo(steps)))
                .all();
    }

    @Test
    void theUserComesFirstAndTimeLast() {
        assertThat(after(0)).extracting(PossibleStep::group).containsExactly("user of A", "time");
        assertThat(after(0).get(0).sentences())
                .containsExactly(
                        "A's user calls CLOSE.",
                        "A goes from ESTABLISHED to FIN-WAIT-1.",
                        "A sends #1 FIN,ACK seq=0 ack=0.");
        assertThat(after(0).get(0).rules())
                .containsExactly("RFC 9293 §3.10.4: CLOSE sends a FIN after all that was sent before");
    }

    /** The last step of the README's run is among those offered before it, with what it would violate. */
    @Test
    void anArrivalNamesItsSegmentAndTheClaimsItWouldViolate() {
        PossibleStep fatal = after(11).stream()
                .filter(step -> step.action() == readme.actions().get(11))
                .findFirst()
                .orElseThrow();
        assertThat(fatal.group()).isEqualTo("arrivals of #5");
        assertThat(fatal.violates()).containsExactly("no-old-fin", "agreement");
        assertThat(fatal.sentences().get(0))
                .isEqualTo("#5 FIN,ACK seq=0 ack=1, sent at t=1, arrives at A. It is old here: of incarnation 1.");
        assertThat(after(11).stream().filter(step -> !step.equals(fatal)))
                .allSatisfy(step -> assertThat(step.violates()).isEmpty());
    }

    @Test
    void lossesAndTimersAreStepsWhereTheScenarioHasRealDurations() {
        Playground real =
                new Playground(Scenarios.variant("one-tick-short").with(Map.of("msl", "60s", "loss", "unlimited")));
        List<String> groups = new java.util.ArrayList<>();
        Choices choices = Choices.NONE;
        for (int i = 0; i < 60; i++) {
            Walk walk = real.walk(choices);
            PossibleSteps.after(real, walk).all().forEach(step -> groups.add(step.group()));
            choices = RandomSteps.from(real, walk, 1, i);
        }
        assertThat(groups).contains("timers", "time").anyMatch(group -> group.startsWith("arrivals of #"));
        assertThat(groups).anyMatch(group -> group.equals("losses by the network"));
    }

    @Test
    void aStepShowsOldValuesBesideNewOnes() {
        Walk walk = playground.walk(readme);
        Changes changes = new Changes(walk.run(), 12);
        assertThat(changes.tcb(Host.A))
                .contains(
                        new Changes.Value("state", "ESTABLISHED", "CLOSE-WAIT"), new Changes.Value("RCV.NXT", "0", "1"))
                .contains(new Changes.Value("incarnation", "2", "2"));
        assertThat(changes.network(Host.A, walk.flights())).singleElement().satisfies(segment -> {
            assertThat(segment.flight().number()).isEqualTo(5);
            assertThat(segment.gone()).isTrue();
        });
        assertThat(changes.network(Host.B, walk.flights()))
                .extracting(Changes.InFlight::sent)
                .containsExactly(false, true);
        assertThat(new Changes(walk.run(), 0).tcb(Host.A)).noneMatch(Changes.Value::changed);
    }
}
