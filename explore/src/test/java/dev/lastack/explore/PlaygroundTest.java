package dev.lastack.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastack.checker.Trace;
import dev.lastack.counterexamples.trace.Replay;
import dev.lastack.counterexamples.trace.TraceFile;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.Scenarios;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaygroundTest {

    private final Playground playground = Walks.oneTickShort();

    @Test
    void theChoicesOfACounterexampleLeadToIt() {
        Walk walk = playground.walk(Walks.readmeChoices());
        assertThat(walk.run().states()).isEqualTo(Walks.readme().states());
        assertThat(playground.violatedAtEnd(walk))
                .extracting(claim -> claim.id())
                .contains("no-old-fin");
        assertThat(playground.traceFile(walk, Optional.of("no-old-fin"))).isEqualTo(Walks.readmeTrace());
        assertThat(playground.traceFile(walk, Optional.empty())).isEqualTo(Walks.readmeTrace());
    }

    @Test
    void aTraceFileNamesNoClaimThatItsRunDoesNotViolate() {
        Walk walk = playground.walk(Walks.readmeChoices().upTo(11));
        assertThat(replayed(playground.traceFile(walk, Optional.empty()))).isInstanceOf(Replay.Outcome.Confirmed.class);
        assertThatThrownBy(() -> playground.traceFile(walk, Optional.of("no-old-fin")))
                .isInstanceOf(ExploreException.class)
                .hasMessageStartingWith("claim: the last step does not violate 'no-old-fin'");
    }

    @Test
    void aChoiceThatIsNotPossibleIsNamed() {
        Choices broken = Walks.readmeChoices().upTo(4).then(List.of(12345));
        assertThatThrownBy(() -> playground.walk(broken))
                .isInstanceOf(ExploreException.class)
                .hasMessageStartingWith("step 5 of 5 is not possible there");
    }

    /** Each walk begins in the cache where another left off; it must lead where it would without one. */
    @Test
    void whatWasWalkedBeforeDoesNotMatter() {
        Choices choices = Walks.readmeChoices();
        playground.walk(choices);
        for (int length : new int[] {3, 12, 0, 7, 5}) {
            Walk cached = playground.walk(choices.upTo(length));
            Walk fresh = Walks.oneTickShort().walk(choices.upTo(length));
            assertThat(cached.run().states()).isEqualTo(fresh.run().states());
            assertThat(cached.run().moves()).isEqualTo(fresh.run().moves());
            assertThat(cached.state(length)).isEqualTo(fresh.state(length));
        }
    }

    @Test
    void theDigestIsOfTheKnobsInForce() {
        Scenario scenario = playground.scenario();
        assertThat(playground.digest()).matches("[0-9a-f]{16}");
        assertThat(new Playground(Scenarios.variant("one-tick-short")).digest()).isEqualTo(playground.digest());
        assertThat(new Playground(scenario.with(Map.of("loss", "0"))).digest()).isNotEqualTo(playground.digest());
        assertThat(new Playground(Scenarios.variant("two-msl")).digest()).isNotEqualTo(playground.digest());
    }

    /** In ticks, at real durations with every order within an instant, with loss and duplication, from CLOSED. */
    @ParameterizedTest
    @CsvSource({"one-tick-short, 2000", "rfc9293, 1000", "linux, 1000", "freebsd, 500"})
    void randomWalksNeverPartFromTheModelAndTheirFilesReplay(String variant, int length) {
        Playground walked = new Playground(Scenarios.variant(variant));
        Choices choices = Choices.NONE;
        while (choices.size() < length) {
            Choices longer = RandomSteps.from(walked, walked.walk(choices), 20, choices.size());
            if (longer.size() == choices.size()) {
                break; // Nothing is possible any more.
            }
            choices = longer;
            Walk walk = walked.walk(choices);
            PossibleSteps possible = PossibleSteps.after(walked, walk);
            List<Integer> ofModel = new dev.lastack.checker.Steps(walked.model())
                    .from(walk.state(walk.length())).stream()
                            .map(Trace.Step::action)
                            .toList();
            assertThat(possible.all()).extracting(PossibleStep::action).containsExactlyInAnyOrderElementsOf(ofModel);
        }
        assertThat(choices.size()).isGreaterThan(10);
        Walk end = walked.walk(choices);
        assertThat(replayed(playground(walked, end))).isNotInstanceOf(Replay.Outcome.Refused.class);
    }

    private static String playground(Playground walked, Walk walk) {
        return walked.traceFile(walk, Optional.empty());
    }

    private static Replay.Outcome replayed(String trace) {
        return Replay.of(TraceFile.parse("walk", trace)).run();
    }
}
