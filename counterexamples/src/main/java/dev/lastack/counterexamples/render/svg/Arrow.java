package dev.lastack.counterexamples.render.svg;

/**
 * One stroke between the lifelines: a segment on its way.
 *
 * @param css its CSS classes
 * @param since the step that sends the segment
 * @param step the step in which it arrives, or {@code since} if it does not
 * @param label the words along it
 * @param end what its end looks like
 * @param offending whether its arrival violates the claim
 */
record Arrow(
        String css,
        int since,
        int step,
        double x1,
        double y1,
        double x2,
        double y2,
        String label,
        End end,
        boolean offending) {

    /** What the end of an arrow looks like. */
    enum End {
        HEAD,
        CROSS,
        NONE
    }

    Box shaft() {
        return Box.stroke(x1, y1, x2, y2);
    }

    /** The direction of words along it, from left to right. */
    double upright() {
        double degrees = Math.toDegrees(Math.atan2(y2 - y1, x2 - x1));
        return degrees > 90 ? degrees - 180 : degrees < -90 ? degrees + 180 : degrees;
    }
}
