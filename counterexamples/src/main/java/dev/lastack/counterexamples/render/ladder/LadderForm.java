package dev.lastack.counterexamples.render.ladder;

/**
 * How a text ladder is written.
 *
 * @param width in columns
 * @param colour whether with ANSI colours
 * @param ascii whether in 7-bit characters only
 */
public record LadderForm(int width, boolean colour, boolean ascii) {

    /** The width of files and reports. */
    public static final int USUAL_WIDTH = 100;

    /** The narrowest ladder. */
    public static final int LEAST_WIDTH = 80;

    /** The widest ladder. */
    public static final int GREATEST_WIDTH = 500;

    public LadderForm {
        if (width < LEAST_WIDTH || width > GREATEST_WIDTH) {
            throw new IllegalArgumentException(
                    "a width of %d columns is not from %d to %d".formatted(width, LEAST_WIDTH, GREATEST_WIDTH));
        }
    }

    /** As in files and reports. */
    public static LadderForm usual(boolean colour) {
        return new LadderForm(USUAL_WIDTH, colour, false);
    }
}
