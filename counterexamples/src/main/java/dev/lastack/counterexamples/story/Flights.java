package dev.lastack.counterexamples.story;

import dev.lastack.counterexamples.Counterexample;
import dev.lastack.counterexamples.story.Flight.Fate;
import dev.lastack.model.view.StepView;
import dev.lastack.model.view.StepView.Kind;
import dev.lastack.model.view.TcbView;
import dev.lastack.scenario.knobs.Host;
import dev.lastack.tcp.TcpState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Every segment of a run with its way through the network: which emission an arrival belongs to.
 *
 * <p>States hold segments without identity, so it is derived from the run. An arrival of a segment of age n at
 * instant t belongs to an emission of an equal segment (header, length and ghost incarnation) towards that host at
 * instant t−n which has not left the network. Where several fit, an arrival flagged as a repetition belongs to one
 * that has arrived and any other arrival to one that has not; then to the one sent first. A merged segment bears the
 * age of the youngest, so that its arrivals belong to the youngest emission. After every step the open flights are
 * held against the segments in the decoded state: a flight that is not among them has ended there. What a lasso leaves
 * under way is followed through its next rounds, so that what never arrives is known to be lost.
 */
public final class Flights {

    private final List<Flight> all;

    private Flights(List<Flight> all) {
        this.all = List.copyOf(all);
    }

    /**
     * Follows every segment of {@code run}.
     *
     * @throws AssertionError if the steps of the run do not account for the segments in its states
     */
    public static Flights of(Counterexample run) {
        Counterexample goneOn = Rounds.appended(run);
        List<Flight> flights = new FlightTracker(goneOn).track();
        return new Flights(flights.stream()
                .filter(flight -> flight.sent().step() <= run.length())
                .map(flight -> flight.endingWith(run.length()))
                .toList());
    }

    /** All flights, in order of sending. */
    public List<Flight> all() {
        return all;
    }

    /** The flight that arrives in step {@code step}; empty also for a forged segment, which nobody sent. */
    public Optional<Flight> arrivingIn(int step) {
        return all.stream()
                .filter(flight -> flight.arrivals().stream().anyMatch(moment -> moment.step() == step))
                .findFirst();
    }

    /** The flights that step {@code step} sends, in order. */
    public List<Flight> sentIn(int step) {
        return all.stream().filter(flight -> flight.sent().step() == step).toList();
    }

    /** The flights that leave the network in step {@code step} because they are older than the MSL. */
    public List<Flight> expiringIn(int step) {
        return all.stream()
                .filter(flight -> flight.fate() == Fate.LOST || flight.fate() == Fate.ARRIVED)
                .filter(flight -> flight.end().filter(end -> end.step() == step).isPresent())
                .filter(flight -> flight.arrivals().stream().noneMatch(arrival -> arrival.step() == step))
                .toList();
    }

    /** Flights that are under way to {@code host} after step {@code step}. */
    public List<Flight> underWay(Host host, int step) {
        List<Flight> result = new ArrayList<>();
        for (Flight flight : all) {
            boolean sent = flight.sent().step() <= step;
            boolean gone = flight.end().filter(end -> end.step() <= step).isPresent();
            if (flight.to() == host && sent && !gone) {
                result.add(flight);
            }
        }
        return result;
    }

    /**
     * How {@code flight}, arriving in step {@code step}, stands to the connection that it meets; where it meets none, to the
     * latest so far.
     */
    public static Era era(Counterexample run, Flight flight, int step) {
        TcbView here = run.before(step).endpoint(flight.to());
        int incarnation = flight.segment().incarnation();
        if (here.state() != TcpState.CLOSED && here.state() != TcpState.LISTEN) {
            return Era.of(incarnation, here.incarnation());
        }
        boolean earlier = run.states().subList(0, step).stream()
                .anyMatch(state -> Math.max(state.a().incarnation(), state.b().incarnation()) > incarnation);
        return earlier ? Era.OLD : Era.SAME;
    }

    /** Whether {@code step} counts as an arrival of a segment that was in flight. */
    static boolean delivers(StepView step) {
        return step.arrived().isPresent() && step.kind() != Kind.FORGE;
    }
}
