package dev.lastack.scenario.text;

/**
 * Where a word of the user's was read.
 *
 * @param source a file as the user named it, a shipped variant, or an option of the command line
 * @param line counted from 1, or 0 where the source has no lines
 * @param column counted from 1, or 0 where the source has no lines
 */
public record Place(String source, int line, int column) {

    /** A source without lines, such as {@code --set}. */
    public static Place of(String source) {
        return new Place(source, 0, 0);
    }

    @Override
    public String toString() {
        return line == 0 ? source : source + ":" + line + ":" + column;
    }
}
