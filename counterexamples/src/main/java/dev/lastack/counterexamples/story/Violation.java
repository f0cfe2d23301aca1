package dev.lastack.counterexamples.story;

import dev.lastack.counterexamples.Counterexample;
import dev.lastack.model.state.Timer;
import dev.lastack.model.view.SegmentView;
import dev.lastack.model.view.StateView;
import dev.lastack.model.view.StepView;
import dev.lastack.model.view.StepView.Firing;
import dev.lastack.model.view.TcbView;
import dev.lastack.properties.claims.SafetyClaim;
import dev.lastack.scenario.knobs.Host;
import dev.lastack.tcp.TcpState;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says in one plain sentence what goes wrong in the last step of a run, or where a run ends that violates nothing. */
public final class Violation {

    private final Counterexample run;
    private final Flights flights;
    private final StepView step;
    private final StateView before;
    private final StateView after;

    private Violation(Counterexample run, Flights flights) {
        this.run = run;
        this.flights = flights;
        this.step = run.step(run.length());
        this.before = run.before(run.length());
        this.after = run.after(run.length());
    }

    /** The sentence, with the numbers of this run; never empty. */
    public static String sentence(Counterexample run, Flights flights) {
        if (!Ending.of(run).isViolation()) {
            return Ending.lastState(run);
        }
        if (run.length() == 0) {
            return "The initial state violates it.";
        }
        if (run.loopStart().isPresent()) {
            return new Endless(run).sentence();
        }
        return new Violation(run, flights).sentence();
    }

    private String sentence() {
        return SafetyClaim.byId(run.claim().id())
                .map(this::sentence)
                .orElseGet(() -> run.claim().sentence() + " Here: "
                        + run.moves().get(run.length() - 1).label() + ".");
    }

    private String sentence(SafetyClaim claim) {
        return switch (claim) {
            case NO_OLD_FIN -> oldTaken("the end of incarnation", "RCV.NXT", TcbView::rcvNxt);
            case NO_OLD_DATA -> oldTaken("text of incarnation", "RCV.NXT", TcbView::rcvNxt);
            case NO_OLD_ACK -> oldTaken("an acknowledgement in incarnation", "SND.UNA", TcbView::sndUna);
            case NO_OLD_HANDSHAKE ->
                provoker() + " opens " + host() + "'s connection of incarnation "
                        + after.endpoint(host()).incarnation() + ": " + host() + " is ESTABLISHED by an old segment.";
            case NO_REPLAY ->
                host() + " becomes ESTABLISHED a second time in incarnation "
                        + after.endpoint(host()).incarnation()
                        + ": delayed segments alone replay a connection that was already over.";
            case NO_OLD_RST ->
                provoker() + " ends " + host() + "'s connection of incarnation "
                        + before.endpoint(host()).incarnation() + ", which it has nothing to do with.";
            case TIME_WAIT_KEPT ->
                leaver(TcpState.TIME_WAIT) + " leaves TIME-WAIT" + timerLeft(leaver(TcpState.TIME_WAIT)) + ": "
                        + cause() + ".";
            case DRAINED ->
                "TIME-WAIT of incarnation "
                        + before.endpoint(leaver(TcpState.TIME_WAIT)).incarnation() + " is over at "
                        + leaver(TcpState.TIME_WAIT) + ", and yet " + remains(leaver(TcpState.TIME_WAIT)) + ".";
            case LAST_ACK_CLEAN ->
                leaver(TcpState.LAST_ACK) + " leaves LAST-ACK without the acknowledgement of its FIN: " + cause() + ".";
            case GRACEFUL ->
                "Both users closed in order, but " + cause() + ", and " + host() + "'s connection ends by reset.";
            case NO_TRUNCATION -> new Truncation(run, flights).sentence(host(), cause());
            case RESPONSE_DELIVERED ->
                host() + "'s user will not read what " + host().peer() + " had sent: " + cause() + ", and " + host()
                        + "'s connection ends by reset.";
            case AGREEMENT -> "From now on the two are at odds: " + numbers(Host.A) + ", but " + numbers(Host.B) + ".";
            case RFC_EDGES -> changed() + edge() + ", which RFC 9293 §3.10 does not allow.";
        };
    }

    private String edge() {
        return " goes from " + before.endpoint(changed()).state() + " to "
                + after.endpoint(changed()).state();
    }

    private String oldTaken(String takenFor, String variable, ToIntFunction<TcbView> number) {
        TcbView old = before.endpoint(host());
        TcbView moved = after.endpoint(host());
        return "%s takes %s for %s %d: its %s moves from %d to %d."
                .formatted(
                        host(),
                        provoker(),
                        takenFor,
                        moved.incarnation(),
                        variable,
                        number.applyAsInt(old),
                        number.applyAsInt(moved));
    }

    /** The arriving segment with its origin: "#3, a FIN of incarnation 1 that A sent at t=1,". */
    private String provoker() {
        SegmentView segment = step.arrived().orElse(null);
        if (segment == null) {
            return cause();
        }
        String what = "%s of incarnation %d".formatted(Segments.noun(segment), segment.incarnation());
        return flights.arrivingIn(run.length())
                .map(flight -> "#%d, %s that %s sent at %s,"
                        .formatted(
                                flight.number(),
                                what,
                                flight.from(),
                                StoryClock.of(run).at(flight.sent().instant())))
                .orElse("a forged segment, " + what + ",");
    }

    /** What brought the step about, as the start of a main clause. */
    private String cause() {
        if (step.arrived().isPresent()) {
            return provoker() + " arrives";
        }
        if (!step.timers().isEmpty()) {
            return "the timer fires ("
                    + step.timers().stream().map(Firing::toString).collect(Collectors.joining(", ")) + ")";
        }
        return run.moves().get(run.length() - 1).label();
    }

    private Host host() {
        return step.host().orElseGet(() -> changed());
    }

    private Host changed() {
        return Stream.of(Host.values())
                .filter(host ->
                        before.endpoint(host).state() != after.endpoint(host).state())
                .findFirst()
                .orElse(Host.A);
    }

    /** The host that leaves {@code state} in this step; with {@code time-wait: 0} the one that would have entered it. */
    private Host leaver(TcpState state) {
        return Stream.of(Host.values())
                .filter(host -> before.endpoint(host).state() == state)
                .filter(host -> !before.endpoint(host).equals(after.endpoint(host)))
                .findFirst()
                .orElseGet(this::host);
    }

    private String timerLeft(Host host) {
        int left = before.endpoint(host).left(Timer.TIME_WAIT_TIMEOUT).orElse(0);
        return left == 0 ? "" : " " + ticks(left) + " before its 2MSL timer would end it";
    }

    private String remains(Host host) {
        int incarnation = before.endpoint(host).incarnation();
        List<String> left = new ArrayList<>();
        for (Host to : Host.values()) {
            for (Flight flight : flights.underWay(to, run.length())) {
                if (flight.segment().incarnation() == incarnation
                        && flight.sent().step() < run.length()) {
                    left.add("#%d, %s of that incarnation, can still arrive at %s"
                            .formatted(flight.number(), Segments.noun(flight.segment()), to));
                }
            }
        }
        TcbView peer = after.endpoint(host.peer());
        if (left.isEmpty()) {
            left.add(host.peer() + " still has its connection of that incarnation, in " + peer.state());
        }
        return String.join(", and ", left);
    }

    private String numbers(Host host) {
        TcbView tcb = after.endpoint(host);
        return "%s is in incarnation %d with SND.UNA=%d, SND.NXT=%d and RCV.NXT=%d"
                .formatted(host, tcb.incarnation(), tcb.sndUna(), tcb.sndNxt(), tcb.rcvNxt());
    }

    private static String ticks(int count) {
        return count == 1 ? "1 tick" : count + " ticks";
    }
}
