package dev.lastack.counterexamples.render.svg;

import dev.lastack.scenario.text.Escape;
import java.util.Locale;

/** Writes SVG elements. Numbers are written with at most one decimal, so that drawings can be compared as text. */
public final class Svg {

    private final StringBuilder out = new StringBuilder();

    /** Opens a group of CSS class {@code css} that belongs to step {@code step}. */
    public Svg open(String css, int step) {
        out.append("<g class=\"%s\" data-step=\"%d\">%n".formatted(css, step));
        return this;
    }

    /** Opens a group as {@link #open} does for something under way since step {@code since} that is over in {@code step}. */
    public Svg open(String css, int since, int step) {
        out.append("<g class=\"%s\" data-since=\"%d\" data-step=\"%d\">%n".formatted(css, since, step));
        return this;
    }

    /** Closes the group opened last. */
    public Svg close() {
        out.append("</g>\n");
        return this;
    }

    /** An element as it is. */
    public Svg raw(String element) {
        out.append(element).append('\n');
        return this;
    }

    public Svg line(String css, double x1, double y1, double x2, double y2) {
        return raw("<line class=\"%s\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"/>"
                .formatted(css, n(x1), n(y1), n(x2), n(y2)));
    }

    public Svg rect(String css, double x, double y, double width, double height) {
        return raw("<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"3\"/>"
                .formatted(css, n(x), n(y), n(width), n(height)));
    }

    public Svg circle(String css, double x, double y, double radius) {
        return raw("<circle class=\"%s\" cx=\"%s\" cy=\"%s\" r=\"%s\"/>".formatted(css, n(x), n(y), n(radius)));
    }

    /** A polygon through the points whose coordinates follow each other. */
    public Svg polygon(String css, double... xy) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < xy.length; i += 2) {
            points.append(i == 0 ? "" : " ").append(n(xy[i])).append(',').append(n(xy[i + 1]));
        }
        return raw("<polygon class=\"%s\" points=\"%s\"/>".formatted(css, points));
    }

    public Svg text(String css, double x, double y, String words) {
        return raw("<text class=\"%s\" x=\"%s\" y=\"%s\">%s</text>".formatted(css, n(x), n(y), Escape.xml(words)));
    }

    /** Text turned by {@code degrees} around its own place. */
    public Svg turned(String css, double x, double y, double degrees, String words) {
        return raw("<text class=\"%s\" transform=\"translate(%s %s) rotate(%s)\">%s</text>"
                .formatted(css, n(x), n(y), n(degrees), Escape.xml(words)));
    }

    public static String n(double number) {
        String text = String.format(Locale.ROOT, "%.1f", number);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
