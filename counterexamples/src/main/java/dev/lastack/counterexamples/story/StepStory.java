package dev.lastack.counterexamples.story;

import dev.lastack.counterexamples.Counterexample;
import dev.lastack.counterexamples.story.Flight.Fate;
import dev.lastack.model.view.StepView;
import dev.lastack.model.view.StepView.Firing;
import dev.lastack.model.view.StepView.Kind;
import dev.lastack.model.view.StepView.Telling;
import dev.lastack.model.view.TcbView;
import dev.lastack.scenario.knobs.Host;
import dev.lastack.tcp.TcpState;
import java.util.ArrayList;
import java.util.List;

/** One step in sentences. */
public final class StepStory {

    private final Counterexample run;
    private final Flights flights;

    public StepStory(Counterexample run, Flights flights) {
        this.run = run;
        this.flights = flights;
    }

    /** What happened in step {@code step}, in the order in which it happened; each a sentence. */
    public List<String> sentences(int step) {
        StepView view = run.step(step);
        List<String> sentences = new ArrayList<>();
        sentences.add(opening(step, view));
        if (view.kind() == Kind.TICK) {
            for (Flight flight : flights.expiringIn(step)) {
                if (flight.fate() == Fate.LOST) {
                    sentences.add(name(flight) + " is older than the MSL and has not arrived: lost.");
                }
            }
            view.timers().forEach(firing -> sentences.add(fires(firing)));
        }
        for (Host host : Host.values()) {
            change(host, step, sentences);
        }
        for (Flight flight : flights.sentIn(step)) {
            sentences.add(flight.from() + " sends " + name(flight)
                    + (flight.fate() == Fate.OVERFLOWED ? ", which finds the network full and is lost." : "."));
        }
        for (Telling told : view.told()) {
            sentences.add(told.host() + "'s user is told: " + told.signal() + ".");
        }
        if (sentences.size() == 1 && view.kind() != Kind.TICK && view.kind() != Kind.LEAVE) {
            sentences.add("It changes nothing.");
        }
        return sentences;
    }

    private String opening(int step, StepView view) {
        if (view.kind() == Kind.TICK) {
            return "Time passes: it is t=" + run.instant(step) + ".";
        }
        if (view.kind() == Kind.TIMER) {
            return fires(view.timers().get(0));
        }
        if (view.kind() == Kind.LEAVE) {
            return leaves(step, view.expired().get(0));
        }
        Host host = view.host().orElseThrow();
        if (view.kind() == Kind.CRASH) {
            return host + " crashes and loses its memory.";
        }
        if (view.kind() == Kind.EVICTION) {
            return host + " drops TIME-WAIT because it needs the control block.";
        }
        return view.arrived()
                .map(segment -> flights.arrivingIn(step)
                        .map(flight -> arrival(step, host, flight))
                        .orElse("A forged " + segment.header() + " arrives at " + host + "."))
                .orElse(host + "'s user calls " + view.kind() + ".");
    }

    private static String fires(Firing firing) {
        return firing.host() + "'s " + firing.timer().title() + " timer fires.";
    }

    private String leaves(int step, StepView.Expiry leaving) {
        String what = flights.expiringIn(step).stream()
                .findFirst()
                .map(StepStory::name)
                .orElse(leaving.segment().header());
        return what + " has been under way for an MSL"
                + (leaving.lost() ? " and has not arrived: lost." : " and leaves the network.");
    }

    private String arrival(int step, Host host, Flight flight) {
        boolean again = flight.arrivals().get(0).step() < step;
        int delay = run.instant(step) - flight.sent().instant();
        String late = delay == 0 ? "" : ", sent at t=" + flight.sent().instant() + ",";
        Era era = Flights.era(run, flight, step);
        String other = era.isOther()
                ? " It is " + era.word() + " here: of incarnation "
                        + flight.segment().incarnation() + "."
                : "";
        return (again ? "A copy of " : "") + name(flight) + late + " arrives at " + host + "." + other;
    }

    private void change(Host host, int step, List<String> sentences) {
        TcbView before = run.before(step).endpoint(host);
        TcbView after = run.after(step).endpoint(host);
        if (before.state() != after.state()) {
            sentences.add(host + " goes from " + before.state() + " to " + after.state() + ".");
        }
        if (after.state() == TcpState.CLOSED || after.state() == TcpState.LISTEN) {
            return;
        }
        if (before.incarnation() != after.incarnation()) {
            sentences.add("This is incarnation " + after.incarnation() + " of the connection.");
        } else {
            number(host, "RCV.NXT", before.rcvNxt(), after.rcvNxt(), sentences);
            number(host, "SND.UNA", before.sndUna(), after.sndUna(), sentences);
        }
    }

    private static void number(Host host, String name, int before, int after, List<String> sentences) {
        if (before != after) {
            sentences.add(host + "'s " + name + " moves from " + before + " to " + after + ".");
        }
    }

    private static String name(Flight flight) {
        return "#" + flight.number() + " " + flight.segment().header();
    }
}
