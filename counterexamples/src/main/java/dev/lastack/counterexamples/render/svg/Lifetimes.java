package dev.lastack.counterexamples.render.svg;

import dev.lastack.counterexamples.Counterexample;
import dev.lastack.counterexamples.story.Flight;
import dev.lastack.counterexamples.story.Flight.Fate;
import dev.lastack.counterexamples.story.Flight.Moment;
import dev.lastack.counterexamples.story.Flights;

/** The time in which a segment that outlives its connection may still arrive, shaded. */
final class Lifetimes {

    private final Counterexample run;
    private final Flights flights;
    private final DrawingScale scale;
    private final Svg svg;

    Lifetimes(Counterexample run, Flights flights, DrawingScale scale, Svg svg) {
        this.run = run;
        this.flights = flights;
        this.scale = scale;
        this.svg = svg;
    }

    /** Draws them; they belong below everything else. */
    void draw() {
        for (Flight flight : flights.all()) {
            if (outlivesItsConnection(run, flight)) {
                double from = Columns.life(flight.from());
                double to = Columns.life(flight.to());
                double sent = scale.ofSending(flights, flight);
                int last =
                        flight.sent().instant() + run.scenario().environment().msl();
                double end = Math.min(scale.ofInstant(last + 1), scale.bottom());
                svg.open("period", flight.sent().step());
                svg.polygon(
                        "lifetime " + Columns.colour(flight.segment().incarnation()), from, sent, to, sent, to, end);
                svg.close();
            }
        }
    }

    /** Whether, while it can still arrive, an end has gone on to another incarnation. */
    static boolean outlivesItsConnection(Counterexample run, Flight flight) {
        if (flight.fate() == Fate.OVERFLOWED || flight.fate() == Fate.MERGED) {
            return false;
        }
        int end = flight.end().map(Moment::step).orElse(run.length());
        for (int step = flight.sent().step(); step <= end; step++) {
            int latest = Math.max(
                    run.after(step).a().incarnation(), run.after(step).b().incarnation());
            if (latest > flight.segment().incarnation()) {
                return true;
            }
        }
        return false;
    }
}
