package dev.lastack.counterexamples.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.counterexamples.Counterexample;
import dev.lastack.counterexamples.fixture.RandomWalk;
import dev.lastack.counterexamples.fixture.Runs;
import dev.lastack.counterexamples.render.Renderers;
import dev.lastack.counterexamples.story.Flight.Fate;
import dev.lastack.counterexamples.story.Flight.Moment;
import dev.lastack.model.view.SegmentView;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.knobs.Host;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class FlightsTest {

    @Test
    void aDelayedCopyBelongsToTheEarlierOfTwoEqualEmissions() {
        List<Flight> flights = Flights.of(Runs.oldFin()).all();
        Flight first = flights.get(2);
        Flight again = flights.get(4);
        assertThat(first.segment()).isEqualTo(again.segment());
        assertThat(first.arrivals()).containsExactly(new Moment(5, 0));
        assertThat(again.arrivals()).containsExactly(new Moment(13, 2));
    }

    @Test
    void aSegmentIsOldOrNewByTheIncarnationThatItMeets() {
        assertThat(Era.of(1, 2)).isEqualTo(Era.OLD);
        assertThat(Era.of(2, 2)).isEqualTo(Era.SAME);
        assertThat(Era.of(2, 1)).isEqualTo(Era.NEW);
    }

    /** In some walks a SYN of the next connection meets the TIME-WAIT of the one before. */
    @Property(tries = 300)
    void nothingOfTheLatestIncarnationIsEverOld(@ForAll("walks") Counterexample run) {
        Flights flights = Flights.of(run);
        for (int step = 1; step <= run.length(); step++) {
            if (!Flights.delivers(run.step(step))) {
                continue;
            }
            Flight flight = flights.arrivingIn(step).orElseThrow();
            int latest = run.states().subList(0, step).stream()
                    .mapToInt(
                            state -> Math.max(state.a().incarnation(), state.b().incarnation()))
                    .max()
                    .orElseThrow();
            if (flight.segment().incarnation() >= latest) {
                assertThat(Flights.era(run, flight, step)).isNotEqualTo(Era.OLD);
            }
        }
    }

    @Test
    void aDuplicateIsASecondArrivalOfOneFlight() {
        Flight fin = Flights.of(Runs.lastAckForEver()).all().get(0);
        assertThat(fin.arrivals()).containsExactly(new Moment(2, 0), new Moment(3, 0));
        assertThat(fin.fate()).isEqualTo(Fate.ARRIVED);
    }

    @Test
    void whatALassoLeavesUnderWayIsLostInALaterRound() {
        List<Flight> flights = Flights.of(Runs.lastAckForEver()).all();
        Flight last = flights.get(flights.size() - 1);
        assertThat(last.sent().step()).isEqualTo(10);
        assertThat(last.fate()).isEqualTo(Fate.LOST);
        assertThat(last.end()).isEmpty();
    }

    @Property(tries = 300)
    void everyArrivalHasOneEmissionOfItsAge(@ForAll("walks") Counterexample run) {
        Flights flights = Flights.of(run);
        for (int step = 1; step <= run.length(); step++) {
            if (Flights.delivers(run.step(step))) {
                Flight flight = flights.arrivingIn(step).orElseThrow();
                SegmentView arrived = run.step(step).arrived().orElseThrow();
                assertThat(run.instant(step) - flight.sent().instant()).isEqualTo(arrived.age());
                assertThat(flight.to()).isEqualTo(run.step(step).host().orElseThrow());
                assertThat(arrived.header()).isEqualTo(flight.segment().header());
            }
        }
    }

    @Property(tries = 100)
    void asManyAreUnderWayAsTheStateHolds(@ForAll("walks") Counterexample run) {
        Flights flights = Flights.of(run);
        for (int step = 0; step <= run.length(); step++) {
            for (Host host : Host.values()) {
                assertThat(flights.underWay(host, step))
                        .hasSameSizeAs(run.after(step).inFlightTo(host));
            }
        }
    }

    @Property(tries = 30)
    void everyRunCanBeDrawn(@ForAll("walks") Counterexample run) {
        Renderers.all(false)
                .forEach(renderer -> assertThat(renderer.render(run)).isNotEmpty());
    }

    @Provide
    Arbitrary<Counterexample> walks() {
        Arbitrary<Scenario> scenarios = Combinators.combine(
                        Arbitraries.of("none", "1", "unlimited"),
                        Arbitraries.of("none", "2", "unlimited"),
                        Arbitraries.of("on", "off"),
                        Arbitraries.of("established", "closed"),
                        Arbitraries.of("on", "off"),
                        Arbitraries.of("0", "1"))
                .as((loss, duplication, reordering, start, timestamps, adversary) -> {
                    var builder = Scenario.builder("walk");
                    Map.of(
                                    "loss", loss,
                                    "duplication", duplication,
                                    "reordering", reordering,
                                    "start", start,
                                    "timestamps", timestamps,
                                    "abort", adversary,
                                    "crash", adversary,
                                    "forge", adversary,
                                    "retransmissions", "2")
                            .forEach(builder::set);
                    return builder.build();
                });
        return Combinators.combine(
                        scenarios, Arbitraries.longs(), Arbitraries.integers().between(1, 60))
                .as((scenario, seed, length) -> RandomWalk.of(scenario, length, seed));
    }
}
