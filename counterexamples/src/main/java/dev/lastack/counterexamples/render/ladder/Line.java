package dev.lastack.counterexamples.render.ladder;

import java.util.Arrays;

/** One line of the ladder: character cells with styles, written in any order. */
final class Line {

    private final char[] cells;
    private final Style[] styles;

    Line(int width) {
        cells = new char[width];
        styles = new Style[width];
        Arrays.fill(cells, ' ');
        Arrays.fill(styles, Style.PLAIN);
    }

    /** Writes {@code text} from {@code column} on; what does not fit is cut. */
    Line put(int column, String text, Style style) {
        for (int i = 0; i < text.length() && column + i < cells.length; i++) {
            cells[column + i] = text.charAt(i);
            styles[column + i] = style;
        }
        return this;
    }

    /** Writes {@code text} so that its last character stands in {@code column}. */
    Line putBefore(int column, String text, Style style) {
        return put(Math.max(0, column + 1 - text.length()), text, style);
    }

    /** Writes {@code stroke} into the columns from {@code from} to before {@code to}. */
    Line stroke(int from, int to, char stroke, Style style) {
        return put(from, String.valueOf(stroke).repeat(Math.max(0, to - from)), style);
    }

    void appendTo(StringBuilder out, boolean colour) {
        int end = cells.length;
        while (end > 0 && cells[end - 1] == ' ') {
            end--;
        }
        Style current = Style.PLAIN;
        for (int i = 0; i < end; i++) {
            if (colour && styles[i] != current) {
                out.append(current == Style.PLAIN ? "" : Style.RESET).append(styles[i].escape());
                current = styles[i];
            }
            out.append(cells[i]);
        }
        out.append(current == Style.PLAIN ? "\n" : Style.RESET + "\n");
    }
}
