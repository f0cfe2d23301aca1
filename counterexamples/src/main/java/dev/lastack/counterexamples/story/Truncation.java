package dev.lastack.counterexamples.story;

import dev.lastack.counterexamples.Counterexample;
import dev.lastack.model.view.SegmentView;
import dev.lastack.model.view.StepView;
import dev.lastack.model.view.TcbView;
import dev.lastack.scenario.knobs.Host;
import dev.lastack.tcp.UserSignal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says which octet did not arrive, who was told in the last step that all went well, and when. */
final class Truncation {

    private final Counterexample run;
    private final Flights flights;
    private final StepView step;

    Truncation(Counterexample run, Flights flights) {
        this.run = run;
        this.flights = flights;
        this.step = run.step(run.length());
    }

    /** The sentence; {@code cause} is the step that told it, or told nothing, as a main clause. */
    String sentence(Host host, String cause) {
        String when = StoryClock.of(run).at(run.instant(run.length()));
        String sentence = step.told().isEmpty()
                ? "%s's user is told nothing at %s, as after a normal end: the RST is silent (%s)"
                        .formatted(host, when, cause)
                : step.told().stream()
                                .map(told -> told.host() + "'s user is told \"" + told.signal() + "\"")
                                .collect(Collectors.joining(" and "))
                        + " at " + when;
        return sentence + ", although " + missing(host) + ".";
    }

    private String missing(Host host) {
        // RFC 9293 §3.10.7.4, eighth check: "connection closing" is the end of the peer's octets, all else of one's
        // own.
        boolean endOfPeers = step.told().stream().anyMatch(told -> told.signal() == UserSignal.CLOSING);
        List<Host> senders = endOfPeers ? List.of(host.peer(), host) : List.of(host, host.peer());
        for (Host sender : senders) {
            List<Flight> lost = neverTaken(sender);
            if (!lost.isEmpty()) {
                Flight octet = lost.get(0);
                return "#%d, an octet that %s sent at %s, did not arrive at %s"
                        .formatted(
                                octet.number(),
                                sender,
                                StoryClock.of(run).at(octet.sent().instant()),
                                sender.peer());
            }
        }
        return "an octet that " + senders.get(0) + "'s user sent never left for "
                + senders.get(0).peer();
    }

    /** The first emissions of the octets of the sender's last incarnation that its peer has not taken. */
    private List<Flight> neverTaken(Host sender) {
        int incarnation = run.before(run.length()).endpoint(sender).incarnation();
        List<Flight> texts = flights.all().stream()
                .filter(flight -> flight.from() == sender && flight.segment().length() > 0)
                .filter(flight -> flight.segment().incarnation() == incarnation)
                .toList();
        List<Integer> taken = texts.stream()
                .filter(flight -> flight.arrivals().stream().anyMatch(arrival -> takenIn(arrival.step(), flight)))
                .map(flight -> flight.segment().seq())
                .toList();
        return texts.stream()
                .filter(flight -> !taken.contains(flight.segment().seq()))
                .toList();
    }

    /** Whether RCV.NXT moves over the octet in this step. */
    private boolean takenIn(int at, Flight flight) {
        SegmentView segment = flight.segment();
        TcbView before = run.before(at).endpoint(flight.to());
        TcbView after = run.after(at).endpoint(flight.to());
        return Stream.of(before, after).allMatch(tcb -> tcb.incarnation() == segment.incarnation())
                && before.rcvNxt() != after.rcvNxt();
    }
}
