package dev.lastack.counterexamples.render.svg;

import dev.lastack.counterexamples.Counterexample;
import dev.lastack.counterexamples.story.Ending;
import dev.lastack.counterexamples.story.Era;
import dev.lastack.counterexamples.story.Flight;
import dev.lastack.counterexamples.story.Flight.Fate;
import dev.lastack.counterexamples.story.Flight.Moment;
import dev.lastack.counterexamples.story.Flights;
import dev.lastack.scenario.knobs.Host;

/** The segments: an arrow whose slope is its delay, and the time in which an old one may still arrive, shaded. */
final class Arrows {

    private static final double LOST_AT = 0.55;
    private static final double SIBLING = 9;

    private final Counterexample run;
    private final Flights flights;
    private final DrawingScale scale;
    private final Svg svg;

    Arrows(Counterexample run, Flights flights, DrawingScale scale, Svg svg) {
        this.run = run;
        this.flights = flights;
        this.scale = scale;
        this.svg = svg;
    }

    /** The shaded lifetimes, to be drawn below everything else. */
    void drawLifetimes() {
        for (Flight flight : flights.all()) {
            if (outlivesItsConnection(flight)) {
                double from = Places.life(flight.from());
                double to = Places.life(flight.to());
                double sent = sentAt(flight);
                int last =
                        flight.sent().instant() + run.scenario().environment().msl();
                double end = Math.min(scale.ofInstant(last + 1), scale.bottom());
                svg.open("period", flight.sent().step());
                svg.polygon("lifetime " + Places.colour(flight.segment().incarnation()), from, sent, to, sent, to, end);
                svg.close();
            }
        }
    }

    /** Whether, while it can still arrive, an end has gone on to another incarnation. */
    private boolean outlivesItsConnection(Flight flight) {
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

    void draw() {
        for (Flight flight : flights.all()) {
            draw(flight);
        }
    }

    private void draw(Flight flight) {
        boolean copy = false;
        for (Moment arrival : flight.arrivals()) {
            arrival(flight, arrival.step(), copy);
            copy = true;
        }
        switch (flight.fate()) {
            case ARRIVED -> {}
            case LOST ->
                lost(flight, flight.end().map(end -> scale.ofStep(end.step())).orElse(scale.bottom()));
            case OVERFLOWED, OVERTAKEN, MERGED -> lost(flight, sentAt(flight) + DrawingScale.ROW);
            case IN_FLIGHT -> underWay(flight);
        }
    }

    private void arrival(Flight flight, int step, boolean copy) {
        boolean violates = Ending.of(run).isViolation(step);
        Era era = Flights.era(run, flight, step);
        String css = Places.colour(flight.segment().incarnation())
                + (copy ? " copy" : "")
                + (era.isOther() ? " " + era.word() : "")
                + (violates ? " bad" : "");
        double x1 = Places.life(flight.from());
        double x2 = Places.life(flight.to()) + (flight.to() == Host.A ? 1 : -1) * (Places.BAR / 2 + 1);
        arrow(css, flight, step, new double[] {x1, sentAt(flight), x2, scale.ofStep(step)}, copy ? " again" : "");
    }

    private void lost(Flight flight, double expiry) {
        double x1 = Places.life(flight.from());
        double x2 = x1 + (Places.life(flight.to()) - x1) * LOST_AT;
        double y1 = sentAt(flight);
        double y2 = y1 + Math.min((expiry - y1) * LOST_AT, DrawingScale.ROW * LOST_AT);
        String css = Places.colour(flight.segment().incarnation()) + " lost";
        svg.open("flight " + css, flight.sent().step());
        stroke(css, flight, new double[] {x1, y1, x2, y2}, flight.fate() == Fate.OVERFLOWED ? " (network full)" : "");
        svg.text("cross", x2, y2 + 5, "✗").close();
    }

    private void underWay(Flight flight) {
        double x1 = Places.life(flight.from());
        double x2 = x1 + (Places.life(flight.to()) - x1) * LOST_AT;
        double y1 = sentAt(flight);
        double y2 = y1 + DrawingScale.ROW * LOST_AT;
        String css = Places.colour(flight.segment().incarnation()) + " underway";
        svg.open("flight " + css, flight.sent().step());
        stroke(css, flight, new double[] {x1, y1, x2, y2}, "");
        svg.close();
    }

    private void arrow(String css, Flight flight, int step, double[] line, String note) {
        svg.open("flight " + css, flight.sent().step(), step);
        stroke(css, flight, line, note);
        double direction = Math.atan2(line[3] - line[1], line[2] - line[0]);
        double[] head = new double[6];
        for (int i = 0; i < 3; i++) {
            double angle = direction + (i == 0 ? 0 : i == 1 ? Math.PI - 0.42 : Math.PI + 0.42);
            double length = i == 0 ? 0 : 11;
            head[2 * i] = line[2] + Math.cos(angle) * length;
            head[2 * i + 1] = line[3] + Math.sin(angle) * length;
        }
        svg.polygon("head", head);
        if (css.contains(" bad")) {
            svg.circle("ring", line[2], line[3], 13);
        }
        svg.close();
    }

    private void stroke(String css, Flight flight, double[] line, String note) {
        svg.line("shaft", line[0], line[1], line[2], line[3]);
        double degrees = Math.toDegrees(Math.atan2(line[3] - line[1], line[2] - line[0]));
        double upright = degrees > 90 ? degrees - 180 : degrees < -90 ? degrees + 180 : degrees;
        double share = labelAt(css, flight);
        double x = line[0] + (line[2] - line[0]) * share;
        double y = line[1] + (line[3] - line[1]) * share;
        String words = "#" + flight.number() + "  " + flight.segment().header() + note;
        svg.turned("label", x + 5 * Math.sin(Math.toRadians(upright)), y - 5, upright, words);
    }

    /** Where along its arrow a label stands, so that those of arrows that cross seldom meet. */
    private static double labelAt(String css, Flight flight) {
        if (!flight.arrived()) {
            return 0.52;
        }
        return css.contains("copy") || !flight.direct() ? 0.7 : 0.4;
    }

    /** Segments that one step sends one after the other leave a little below each other. */
    private double sentAt(Flight flight) {
        int sibling = 0;
        for (Flight other : flights.sentIn(flight.sent().step())) {
            if (other.from() == flight.from() && other.number() < flight.number()) {
                sibling++;
            }
        }
        return scale.ofStep(flight.sent().step()) + sibling * SIBLING;
    }
}
