package dev.lastack.counterexamples.render.svg;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds a place for the label of each arrow where it meets no other words.
 *
 * <p>A label stands along its arrow, above or below it, as near to the middle as the others let it; farther away only if
 * every place at the arrow is taken. Among the free places one that hides no other arrow is best. Words for which there is
 * no room at all, longer than the lifelines are apart, stand in the middle of their arrow.
 */
final class LabelPlacement {

    static final double SIZE = 11.5;

    /** Of a monospaced letter, in ems; a little more than that of the widest usual font. */
    private static final double LETTER = 0.62;

    private static final double LINE = 14;
    private static final int LEVELS = 16;
    private static final int SHARES = 19;
    private static final double NEAR_LIFELINE = 8;
    private static final int HIDES_OFFENDER = 8;

    private final List<Arrow> arrows;
    private final List<Box> taken;
    private final double top;
    private final double bottom;

    /** The anchor of a label: the middle of its baseline. */
    record Place(double x, double y, double degrees, Box room) {}

    /** Labels stay between {@code top} and {@code bottom}, and off what is {@code taken}. */
    LabelPlacement(List<Arrow> arrows, List<Box> taken, double top, double bottom) {
        this.arrows = arrows;
        this.taken = new ArrayList<>(taken);
        this.top = top;
        this.bottom = bottom;
    }

    /** The best free place for the label of {@code arrow}, which is then taken. */
    Place place(Arrow arrow) {
        Place place = best(arrow);
        taken.add(place.room());
        return place;
    }

    private Place best(Arrow arrow) {
        for (int level = 0; level < LEVELS; level++) {
            Optional<Place> free = bestOfLevel(arrow, level);
            if (free.isPresent()) {
                return free.get();
            }
        }
        return at(arrow, 0.5, -5);
    }

    /** Level 0 is at the arrow, above and below; each further level is a line farther away. */
    private Optional<Place> bestOfLevel(Arrow arrow, int level) {
        Optional<Place> best = Optional.empty();
        double least = Double.MAX_VALUE;
        for (int i = 0; i < SHARES; i++) {
            double share = 0.05 + i * 0.05;
            for (boolean above : new boolean[] {true, false}) {
                Place place = at(arrow, share, above ? -5 - level * LINE : 13 + level * LINE);
                double cost = 2 * hidden(arrow, place.room()) + Math.abs(share - 0.5) * 2 + (above ? 0 : 0.6);
                if (cost < least && free(place.room())) {
                    best = Optional.of(place);
                    least = cost;
                }
            }
        }
        return best;
    }

    private static Place at(Arrow arrow, double share, double offset) {
        double degrees = arrow.upright();
        double angle = Math.toRadians(degrees);
        double x = arrow.x1() + (arrow.x2() - arrow.x1()) * share - offset * Math.sin(angle);
        double y = arrow.y1() + (arrow.y2() - arrow.y1()) * share + offset * Math.cos(angle);
        return new Place(x, y, degrees, Box.centred(x, y, arrow.label().length() * LETTER * SIZE, SIZE, degrees));
    }

    private boolean free(Box room) {
        return room.within(Columns.LIFE_A + NEAR_LIFELINE, top, Columns.LIFE_B - NEAR_LIFELINE, bottom)
                && taken.stream().noneMatch(room::overlaps);
    }

    /** How much of the other arrows a label there would hide. */
    private int hidden(Arrow arrow, Box room) {
        int hidden = 0;
        for (Arrow other : arrows) {
            if (!other.equals(arrow) && room.overlaps(other.shaft())) {
                hidden += other.offending() ? HIDES_OFFENDER : 1;
            }
        }
        return hidden;
    }
}
