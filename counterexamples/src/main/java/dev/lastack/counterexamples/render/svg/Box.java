package dev.lastack.counterexamples.render.svg;

/**
 * The room that words take: a rectangle around its centre, turned by an angle.
 *
 * @param x of the centre
 * @param y of the centre, downwards
 * @param width along the words
 * @param height across the words
 * @param degrees by which the words are turned, clockwise
 */
record Box(double x, double y, double width, double height, double degrees) {

    private static final double ASCENT = 0.8;
    private static final double DESCENT = 0.25;

    /** The room of words of one line that are centred at {@code x}, on the baseline {@code y}, before they are turned around that point. */
    static Box centred(double x, double y, double width, double size, double degrees) {
        double down = (DESCENT - ASCENT) * size / 2;
        double angle = Math.toRadians(degrees);
        return new Box(
                x - down * Math.sin(angle), y + down * Math.cos(angle), width, (ASCENT + DESCENT) * size, degrees);
    }

    /** Whether the two share a point: no side of either separates them. */
    boolean overlaps(Box other) {
        return !separated(other, degrees)
                && !separated(other, degrees + 90)
                && !separated(other, other.degrees)
                && !separated(other, other.degrees + 90);
    }

    private boolean separated(Box other, double direction) {
        double angle = Math.toRadians(direction);
        double distance = Math.abs((other.x - x) * Math.cos(angle) + (other.y - y) * Math.sin(angle));
        return distance >= reach(direction) + other.reach(direction);
    }

    /** Half of its extent in a direction. */
    private double reach(double direction) {
        double angle = Math.toRadians(direction - degrees);
        return Math.abs(Math.cos(angle)) * width / 2 + Math.abs(Math.sin(angle)) * height / 2;
    }

    /** Whether it lies between two vertical and two horizontal lines. */
    boolean within(double left, double top, double right, double bottom) {
        return x - reach(0) >= left && x + reach(0) <= right && y - reach(90) >= top && y + reach(90) <= bottom;
    }

    /** A line as a box without height. */
    static Box stroke(double x1, double y1, double x2, double y2) {
        double degrees = Math.toDegrees(Math.atan2(y2 - y1, x2 - x1));
        return new Box((x1 + x2) / 2, (y1 + y2) / 2, Math.hypot(x2 - x1, y2 - y1), 0, degrees);
    }
}
