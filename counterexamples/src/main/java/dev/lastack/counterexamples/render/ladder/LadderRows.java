package dev.lastack.counterexamples.render.ladder;

import dev.lastack.counterexamples.Counterexample;
import dev.lastack.counterexamples.WordWrap;
import dev.lastack.counterexamples.story.Era;
import dev.lastack.counterexamples.story.Flight;
import dev.lastack.counterexamples.story.Flight.Fate;
import dev.lastack.counterexamples.story.Flight.Moment;
import dev.lastack.counterexamples.story.Flights;
import dev.lastack.counterexamples.story.StoryClock;
import dev.lastack.model.view.StateView;
import dev.lastack.model.view.StepView;
import dev.lastack.model.view.StepView.Firing;
import dev.lastack.model.view.StepView.Kind;
import dev.lastack.model.view.StepView.Telling;
import dev.lastack.model.view.TcbView;
import dev.lastack.scenario.knobs.Host;
import dev.lastack.tcp.TcpState;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The lines of one step after the other. */
final class LadderRows {

    /** The columns that the ends of an arrow take next to its label. */
    private static final int ENDS = 2;

    private final Counterexample run;
    private final Flights flights;
    private final StoryClock clock;
    private final int width;
    private final List<LadderRow> rungs = new ArrayList<>();
    private final Map<Host, Integer> timerRungs = new EnumMap<>(Host.class);

    LadderRows(Counterexample run, Flights flights, int width) {
        this.width = width;
        this.run = run;
        this.flights = flights;
        this.clock = StoryClock.of(run);
    }

    /** The names of the hosts and the states that the run starts in. */
    List<LadderRow> head() {
        StateView start = run.after(0);
        LadderRow names = row(start);
        LadderRow states = row(start).time(clock.at(0));
        for (Host host : Host.values()) {
            names.beside(host, host.name(), Style.BOLD);
            states.beside(host, state(start.endpoint(host)), Style.PLAIN);
        }
        List<LadderRow> head = new ArrayList<>(List.of(names, states));
        for (Flight flight : flights.sentIn(0)) {
            head.addAll(departure(flight, start));
        }
        return head;
    }

    /** Whether nothing but time happens in step {@code step}. */
    boolean bareTick(int step) {
        StepView view = run.step(step);
        return view.kind() == Kind.TICK
                && view.timers().isEmpty()
                && view.emitted().isEmpty()
                && view.told().isEmpty()
                && lostIn(step).isEmpty()
                && run.before(step).a().state() == run.after(step).a().state()
                && run.before(step).b().state() == run.after(step).b().state();
    }

    /** One line for the bare ticks {@code first} to {@code last}. */
    List<LadderRow> pause(int first, int last) {
        int ticks = last - first + 1;
        return List.of(row(run.after(last))
                .across()
                .time(clock.at(run.instant(last)))
                .step(first == last ? String.valueOf(last) : first + "–" + last)
                .centre(" " + clock.lasting(ticks) + " ", Style.FAINT));
    }

    /** The lines of step {@code step}: what happened, what was told, what was sent. */
    List<LadderRow> of(int step) {
        rungs.clear();
        timerRungs.clear();
        StepView view = run.step(step);
        if (view.kind() == Kind.TICK) {
            tick(step, view);
        } else if (view.kind() == Kind.LEAVE) {
            leave(step, view.expired().get(0));
        } else {
            event(step, view);
        }
        view.told().forEach(told -> told(told, run.after(step)));
        for (Flight flight : flights.sentIn(step)) {
            if (!flight.direct()) {
                rungs.addAll(departure(flight, run.after(step)));
            }
        }
        changes(step);
        rungs.get(0).step(String.valueOf(step));
        return List.copyOf(rungs);
    }

    private void tick(int step, StepView view) {
        rungs.add(row(run.after(step)).across().time(clock.at(run.instant(step))));
        for (Flight lost : lostIn(step)) {
            centre("✗ #" + lost.number() + " is older than the MSL: lost", run.after(step));
        }
        for (Firing firing : view.timers()) {
            timerRungs.putIfAbsent(firing.host(), rungs.size());
            rungs.add(row(run.after(step)).note(firing.host(), fires(firing), Style.BOLD));
        }
    }

    private void leave(int step, StepView.Expiry leaving) {
        String what = flights.expiringIn(step).stream()
                .findFirst()
                .map(flight -> "#" + flight.number())
                .orElse(leaving.segment().header());
        String fate = leaving.lost() ? ": lost" : ": it leaves the network";
        centre("✗ " + what + " has been under way for an MSL" + fate, run.after(step));
    }

    private List<Flight> lostIn(int step) {
        return flights.expiringIn(step).stream()
                .filter(flight -> flight.fate() == Fate.LOST)
                .toList();
    }

    private void event(int step, StepView view) {
        LadderRow rung = row(run.after(step));
        rungs.add(rung);
        Host host = view.host().orElseThrow();
        Optional<Flight> arriving = flights.arrivingIn(step);
        if (arriving.isPresent()) {
            arrival(rung, arriving.get(), step);
        } else if (view.arrived().isPresent()) {
            rung.note(host, "forged: " + view.arrived().get().header(), Style.LOSS);
        } else if (view.kind() == Kind.TIMER) {
            rung.note(host, fires(view.timers().get(0)), Style.BOLD);
        } else if (view.kind() == Kind.CRASH) {
            rung.note(host, "crash: all memory is lost", Style.BOLD);
        } else if (view.kind() == Kind.EVICTION) {
            rung.note(host, "TIME-WAIT evicted: the control block is needed", Style.BOLD);
        } else {
            rung.note(host, "user: " + view.kind(), Style.BOLD);
        }
    }

    private void arrival(LadderRow rung, Flight flight, int step) {
        Era era = Flights.era(run, flight, step);
        Moment first = flight.arrivals().get(0);
        if (first.step() == step && flight.direct()) {
            String label = fitting(flight, era, ENDS);
            rung.whole(flight, era, label);
            rungs.addAll(below(flight, era, label, run.after(step)));
        } else {
            String origin =
                    first.step() == step ? "sent " + clock.at(flight.sent().instant()) : "copy";
            String label = fitting(flight, era, LadderRow.roomOf(origin) + ENDS + 1);
            rung.arrival(flight, origin, era, label);
            rungs.addAll(below(flight, era, label, run.after(step)));
        }
    }

    private static String fires(Firing firing) {
        return firing.timer().title() + " timer fires";
    }

    private void told(Telling told, StateView after) {
        for (String line : WordWrap.lines("user told: " + told.signal(), "", "", LadderRow.room(width))) {
            rungs.add(row(after).note(told.host(), line, Style.PLAIN));
        }
    }

    private List<LadderRow> departure(Flight flight, StateView after) {
        return switch (flight.fate()) {
            case ARRIVED ->
                departure(flight, "(step " + flight.arrivals().get(0).step() + ")", false, after);
            case LOST, MERGED -> departure(flight, "lost", true, after);
            case OVERFLOWED -> departure(flight, "network full", true, after);
            case OVERTAKEN -> departure(flight, "overtaken", true, after);
            case IN_FLIGHT -> departure(flight, "(under way)", false, after);
        };
    }

    private List<LadderRow> departure(Flight flight, String fate, boolean lost, StateView after) {
        String label = fitting(flight, Era.SAME, fate.length() + 2 * ENDS);
        List<LadderRow> rows = new ArrayList<>();
        rows.add(row(after).departure(flight, fate, lost, label));
        rows.addAll(below(flight, Era.SAME, label, after));
        return rows;
    }

    private LadderRow row(StateView after) {
        return new LadderRow(after, width);
    }

    private void centre(String words, StateView after) {
        for (String line : WordWrap.lines(words, "", "", LadderRow.room(width))) {
            rungs.add(row(after).centre(line, Style.LOSS));
        }
    }

    /** The label of an arrow of which something else takes {@code taken} columns; empty if the two do not fit one line. */
    private String fitting(Flight flight, Era era, int taken) {
        String label = flight.label(era);
        return label.length() + taken <= LadderRow.room(width) ? label : "";
    }

    /** The label of an arrow that is too short for it; it stands in the lines below, at the sender. */
    private List<LadderRow> below(Flight flight, Era era, String label, StateView after) {
        if (!label.isEmpty()) {
            return List.of();
        }
        Style style = Style.ofIncarnation(flight.segment().incarnation());
        return WordWrap.lines(flight.label(era), "", "", LadderRow.room(width)).stream()
                .map(line -> row(after).note(flight.from(), line, style))
                .toList();
    }

    /** Beside the lines of a step: what it changed at each end, or that it changed nothing. */
    private void changes(int step) {
        StateView before = run.before(step);
        StateView after = run.after(step);
        for (Host host : Host.values()) {
            List<String> changed = changed(before.endpoint(host), after.endpoint(host));
            int first = firstFree(run.step(step), host);
            for (int i = 0; i < changed.size(); i++) {
                while (first + i >= rungs.size()) {
                    rungs.add(row(after));
                }
                rungs.get(first + i).beside(host, changed.get(i), Style.PLAIN);
            }
        }
        StepView view = run.step(step);
        boolean ignored = view.arrived().isPresent()
                && view.emitted().isEmpty()
                && before.a().equals(after.a())
                && before.b().equals(after.b());
        if (ignored) {
            rungs.get(0).beside(view.host().orElseThrow(), "ignored", Style.FAINT);
        }
    }

    /** The line next to the change at {@code host}: in a tick never the dashed one. */
    private int firstFree(StepView view, Host host) {
        if (view.kind() != Kind.TICK) {
            return 0;
        }
        return timerRungs.getOrDefault(host, 1);
    }

    private static List<String> changed(TcbView before, TcbView after) {
        List<String> changed = new ArrayList<>();
        if (before.state() != after.state() || before.incarnation() != after.incarnation()) {
            changed.add(state(after));
        } else if (after.state() != TcpState.CLOSED && after.state() != TcpState.LISTEN) {
            if (before.rcvNxt() != after.rcvNxt()) {
                changed.add("RCV.NXT=" + after.rcvNxt());
            }
            if (before.sndUna() != after.sndUna()) {
                changed.add("SND.UNA=" + after.sndUna());
            }
        }
        return changed;
    }

    private static String state(TcbView tcb) {
        boolean gone = tcb.state() == TcpState.CLOSED || tcb.state() == TcpState.LISTEN;
        return gone ? tcb.state().toString() : tcb.state() + " [" + tcb.incarnation() + "]";
    }
}
