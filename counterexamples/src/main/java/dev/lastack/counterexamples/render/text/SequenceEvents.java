package dev.lastack.counterexamples.render.text;

import dev.lastack.counterexamples.Counterexample;
import dev.lastack.counterexamples.story.Ending;
import dev.lastack.counterexamples.story.Era;
import dev.lastack.counterexamples.story.Flight;
import dev.lastack.counterexamples.story.Flight.Fate;
import dev.lastack.counterexamples.story.Flight.Moment;
import dev.lastack.counterexamples.story.Flights;
import dev.lastack.counterexamples.story.Violation;
import dev.lastack.model.view.SegmentView;
import dev.lastack.model.view.StepView;
import dev.lastack.model.view.StepView.Kind;
import dev.lastack.model.view.TcbView;
import dev.lastack.scenario.knobs.Host;

/**
 * Walks a run as a sequence diagram tells it: such a diagram has one line per message, so that a segment stands where it
 * arrives, or where it was sent if it never does.
 */
abstract class SequenceEvents {

    private final Counterexample run;
    private final Flights flights;

    SequenceEvents(Counterexample run) {
        this.run = run;
        this.flights = Flights.of(run);
    }

    /** The instant {@code instant} begins. */
    abstract void instant(int instant);

    abstract void message(Flight flight, String words, Era era);

    /** A segment that does not arrive. */
    abstract void lost(Flight flight, String words);

    abstract void note(Host host, String words);

    abstract void loopStart(String words);

    abstract void loopEnd();

    abstract void end(Ending ending, String words);

    /** Tells the whole run to the methods above. */
    final void walk() {
        states(0);
        unarrived(0);
        int loop = run.loopStart().orElse(-1);
        for (int step = 1; step <= run.length(); step++) {
            if (step == loop + 1) {
                loopStart("repeats for ever");
            }
            step(step, run.step(step));
        }
        if (loop >= 0 && loop < run.length()) {
            loopEnd();
        }
        end(Ending.of(run), Violation.sentence(run, flights));
    }

    private static String cause(Kind kind) {
        return switch (kind) {
            case CRASH -> "crash";
            case EVICTION -> "TIME-WAIT evicted";
            default -> "user: " + kind;
        };
    }

    private void step(int step, StepView view) {
        if (view.kind() == Kind.TICK) {
            instant(run.instant(step));
            timers(view);
        } else if (view.kind() == Kind.TIMER || view.kind() == Kind.LEAVE) {
            timers(view); // A segment that leaves is told where it was sent.
        } else if (view.arrived().isPresent()) {
            arrival(step, view);
        } else {
            note(view.host().orElseThrow(), cause(view.kind()));
        }
        states(step);
        view.told().forEach(told -> note(told.host(), "told: " + told.signal()));
        unarrived(step);
    }

    private void timers(StepView view) {
        view.timers().forEach(firing -> note(firing.host(), firing.timer().title() + " timer fires"));
    }

    private void arrival(int step, StepView view) {
        Host host = view.host().orElseThrow();
        flights.arrivingIn(step)
                .ifPresentOrElse(
                        flight -> message(flight, words(flight, step), Flights.era(run, flight, step)),
                        () -> note(
                                host,
                                "forged: "
                                        + view.arrived()
                                                .map(SegmentView::header)
                                                .orElseThrow()));
    }

    private String words(Flight flight, int step) {
        Moment first = flight.arrivals().get(0);
        String again = first.step() < step ? " again" : "";
        String late = flight.sent().instant() < run.instant(step)
                ? ", sent t=" + flight.sent().instant()
                : "";
        return label(flight) + again + late;
    }

    private static String label(Flight flight) {
        return "#%d [%d] %s"
                .formatted(
                        flight.number(),
                        flight.segment().incarnation(),
                        flight.segment().header());
    }

    private void unarrived(int step) {
        for (Flight flight : flights.sentIn(step)) {
            if (!flight.arrived() && flight.fate() != Fate.IN_FLIGHT) {
                lost(flight, label(flight));
            }
        }
    }

    private void states(int step) {
        for (Host host : Host.values()) {
            TcbView after = run.after(step).endpoint(host);
            if (step == 0 || run.before(step).endpoint(host).state() != after.state()) {
                note(host, after.state().toString());
            }
        }
    }
}
