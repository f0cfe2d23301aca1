package dev.lastack.explore.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastack.checker.Limits;
import dev.lastack.explore.Choices;
import dev.lastack.explore.ExploreException;
import dev.lastack.explore.Playground;
import dev.lastack.explore.Walk;
import dev.lastack.explore.Walks;
import dev.lastack.scenario.Scenarios;
import dev.lastack.tcp.TcpState;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchesTest {

    private final Playground playground = Walks.oneTickShort();
    private final Searches searches = Walks.searches(playground);
    private final Walk start = playground.walk(Choices.NONE);

    private Walk found(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Found.class);
        return playground.walk(((Answer.Found) answer).choices());
    }

    @Test
    void theShortestViolationIsTheOneThatVerifyFinds() {
        assertThat(found(searches.violating(start, "no-old-fin")).choices()).isEqualTo(Walks.readmeChoices());
    }

    @Test
    void theSearchGoesOnFromTheWalk() {
        Choices begun = Walks.readmeChoices().upTo(7);
        Walk end = found(searches.violating(playground.walk(begun), "no-old-fin"));
        assertThat(end.choices()).isEqualTo(Walks.readmeChoices());
        assertThat(searches.violating(end, "no-old-fin")).isInstanceOf(Answer.None.class);
    }

    @Test
    void aClaimThatHoldsIsNotViolated() {
        Playground safe = new Playground(Scenarios.variant("two-msl"));
        Answer answer = Walks.searches(safe).violating(safe.walk(Choices.NONE), "no-old-fin");
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.None.class,
                        none -> assertThat(none.why())
                                .startsWith(
                                        "No run from here violates no-old-fin within the bounds of the scenario, which"
                                                + " cut "));
    }

    @Test
    void aStateIsReachedByAShortestRun() {
        Walk walk = found(searches.reaching(start, "A.state == TIME-WAIT && B.gone"));
        assertThat(walk.run().after(walk.length()).a().state()).isEqualTo(TcpState.TIME_WAIT);
        assertThat(walk.run().after(walk.length()).b().state()).isIn(TcpState.CLOSED, TcpState.LISTEN);
        // CLOSE, FIN, ACK or FIN,ACK; CLOSE, FIN; ACK: no run has fewer than five steps.
        assertThat(walk.length()).isEqualTo(5);
        assertThat(found(searches.reaching(walk, "B.gone -> !(A.state == CLOSED)"))
                        .choices())
                .isEqualTo(walk.choices());
        assertThat(searches.reaching(start, "A.state == LISTEN")).isInstanceOf(Answer.None.class);
    }

    @Test
    void anotherRunLeadsToTheSameState() {
        Walk walk = playground.walk(Walks.readmeChoices());
        Walk other = found(searches.otherwise(walk));
        assertThat(other.choices()).isNotEqualTo(walk.choices());
        assertThat(other.state(other.length())).isEqualTo(walk.state(walk.length()));
    }

    @Test
    void theOnlyRunToAStateIsTheOnlyOne() {
        Walk closed = playground.walk(Walks.readmeChoices().upTo(1));
        // A CLOSE after a tick leads to another state only if the state tells the time; the first step is the last
        // resort.
        Answer answer = searches.otherwise(closed);
        if (answer instanceof Answer.Found found) {
            assertThat(playground.walk(found.choices()).state(found.choices().size()))
                    .isEqualTo(closed.state(1));
            assertThat(found.choices()).isNotEqualTo(closed.choices());
        } else {
            assertThat(answer).isInstanceOf(Answer.None.class);
        }
        assertThatThrownBy(() -> searches.otherwise(start))
                .isInstanceOf(ExploreException.class)
                .hasMessageContaining("no step yet");
    }

    @Test
    void aSearchThatIsCutShortDecidesNothing() {
        Playground large = new Playground(Scenarios.variant("linux"));
        Walk walk = large.walk(Choices.NONE);
        Searches hasty = new Searches(large, Limits.none().withTimeout(Duration.ZERO), () -> false);
        assertThat(hasty.violating(walk, "no-old-fin")).isInstanceOf(Answer.Undecided.class);
        Searches small = new Searches(large, Limits.none().withMaxStates(100), () -> false);
        assertThat(small.reaching(walk, "false"))
                .isEqualTo(new Answer.Undecided("Undecided: the limit of 100 states was reached."));
        Searches cancelled = new Searches(large, Limits.none(), () -> true);
        assertThat(cancelled.violating(walk, "no-old-fin")).isInstanceOf(Answer.Undecided.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "A.state",
                "A.state = CLOSED",
                "C.gone",
                "A.gone &&",
                "<>A.gone",
                "A.gone U B.gone",
                "X A.gone"
            })
    void whatIsNoFormulaAboutAStateIsRefused(String text) {
        assertThatThrownBy(() -> searches.reaching(start, text))
                .isInstanceOf(ExploreException.class)
                .hasMessageStartingWith("state: ");
    }

    @Test
    void aClaimThatIsNotInTheListIsRefused() {
        assertThatThrownBy(() -> searches.violating(start, "terminates"))
                .isInstanceOf(ExploreException.class)
                .hasMessageStartingWith("claim: 'terminates' is not in the list: no-old-fin, ");
    }
}
