package dev.lastack.counterexamples.render.svg;

import dev.lastack.counterexamples.Counterexample;
import dev.lastack.counterexamples.render.svg.Arrow.End;
import dev.lastack.counterexamples.story.Ending;
import dev.lastack.counterexamples.story.Era;
import dev.lastack.counterexamples.story.Flight;
import dev.lastack.counterexamples.story.Flight.Fate;
import dev.lastack.counterexamples.story.Flight.Moment;
import dev.lastack.counterexamples.story.Flights;
import dev.lastack.scenario.knobs.Host;
import java.util.ArrayList;
import java.util.List;

/** The arrows of a run: one for each arrival of a segment, and one for each segment that does not arrive. */
final class Arrows {

    private static final double ENDS_AT = 0.55;

    private final Counterexample run;
    private final Flights flights;
    private final DrawingScale scale;
    private final List<Arrow> all = new ArrayList<>();

    private Arrows(Counterexample run, Flights flights, DrawingScale scale) {
        this.run = run;
        this.flights = flights;
        this.scale = scale;
    }

    /** All arrows, in order of sending. Their slope is their delay. */
    static List<Arrow> of(Counterexample run, Flights flights, DrawingScale scale) {
        Arrows arrows = new Arrows(run, flights, scale);
        flights.all().forEach(arrows::add);
        return arrows.all;
    }

    private void add(Flight flight) {
        boolean copy = false;
        for (Moment arrival : flight.arrivals()) {
            arrival(flight, arrival.step(), copy);
            copy = true;
        }
        double sent = scale.ofSending(flights, flight);
        switch (flight.fate()) {
            case ARRIVED -> {}
            case LOST ->
                ends(flight, flight.end().map(end -> scale.ofStep(end.step())).orElse(scale.bottom()) - sent);
            case OVERFLOWED, OVERTAKEN, MERGED, IN_FLIGHT -> ends(flight, DrawingScale.ROW);
        }
    }

    private void arrival(Flight flight, int step, boolean copy) {
        boolean violates = Ending.of(run).isViolation(step);
        Era era = Flights.era(run, flight, step);
        String css = Columns.colour(flight.segment().incarnation())
                + (copy ? " copy" : "")
                + (era.isOther() ? " " + era.word() : "")
                + (violates ? " bad" : "");
        double x2 = Columns.life(flight.to()) + (flight.to() == Host.A ? 1 : -1) * (Columns.BAR / 2 + 1);
        all.add(new Arrow(
                css,
                flight.sent().step(),
                step,
                Columns.life(flight.from()),
                scale.ofSending(flights, flight),
                x2,
                scale.ofStep(step),
                flight.label(era) + (copy ? " again" : ""),
                End.HEAD,
                violates));
    }

    /** A segment that does not arrive, and would take {@code height} or stays until then. */
    private void ends(Flight flight, double height) {
        boolean lost = flight.fate() != Fate.IN_FLIGHT;
        double x1 = Columns.life(flight.from());
        double y1 = scale.ofSending(flights, flight);
        int step = flight.sent().step();
        all.add(new Arrow(
                Columns.colour(flight.segment().incarnation()) + (lost ? " lost" : " underway"),
                step,
                step,
                x1,
                y1,
                x1 + (Columns.life(flight.to()) - x1) * ENDS_AT,
                y1 + Math.min(height, DrawingScale.ROW) * ENDS_AT,
                flight.label(Era.SAME) + (flight.fate() == Fate.OVERFLOWED ? " (network full)" : ""),
                lost ? End.CROSS : End.NONE,
                false));
    }
}
