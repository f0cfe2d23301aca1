package dev.lastack.counterexamples.render.svg;

import dev.lastack.scenario.text.Xml;
import java.util.Locale;

/** Writes SVG elements. Numbers are written with at most one decimal, so that drawings can be compared as text. */
public final class Svg {

    private final Xml xml = new Xml("");

    /** A whole picture: {@code parts} on paper of this size, which is also what it is drawn in. */
    public static String picture(double width, double height, String title, String css, Svg parts) {
        return picture("img", width, height, title, css, parts);
    }

    /** A {@link #picture} with links, which a screen reader must not take for one image. */
    public static String linkedPicture(double width, double height, String title, String css, Svg parts) {
        return picture("group", width, height, title, css, parts);
    }

    private static String picture(String role, double width, double height, String title, String css, Svg parts) {
        Svg picture = new Svg();
        picture.xml.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "viewBox",
                "0 0 %s %s".formatted(n(width), n(height)),
                "role",
                role);
        picture.title(title);
        picture.xml.text("style", "\n" + css);
        return picture.rect("paper", 0, 0, width, height).add(parts).close().toString();
    }

    /** What a pointer over the group opened last is told. */
    public Svg title(String words) {
        xml.text("title", words);
        return this;
    }

    /** Opens a link to {@code href}, which is read out as {@code label}; {@link #close} ends it. */
    public Svg link(String href, String label) {
        xml.open("a", "href", href, "aria-label", label);
        return this;
    }

    /** Opens a group of CSS class {@code css}. */
    public Svg open(String css) {
        xml.open("g", "class", css);
        return this;
    }

    /** Opens a group of CSS class {@code css} that belongs to step {@code step}. */
    public Svg open(String css, int step) {
        xml.open("g", "class", css, "data-step", step);
        return this;
    }

    /** Opens a group as {@link #open} does for something under way since step {@code since} that is over in {@code step}. */
    public Svg open(String css, int since, int step) {
        xml.open("g", "class", css, "data-since", since, "data-step", step);
        return this;
    }

    /** Closes the group opened last. */
    public Svg close() {
        xml.close();
        return this;
    }

    /** What {@code part} has drawn. */
    public Svg add(Svg part) {
        xml.add(part.xml);
        return this;
    }

    public Svg line(String css, double x1, double y1, double x2, double y2) {
        xml.empty("line", "class", css, "x1", n(x1), "y1", n(y1), "x2", n(x2), "y2", n(y2));
        return this;
    }

    public Svg rect(String css, double x, double y, double width, double height) {
        xml.empty("rect", "class", css, "x", n(x), "y", n(y), "width", n(width), "height", n(height), "rx", 3);
        return this;
    }

    public Svg circle(String css, double x, double y, double radius) {
        xml.empty("circle", "class", css, "cx", n(x), "cy", n(y), "r", n(radius));
        return this;
    }

    /** A line along {@code commands}, as the attribute d of a path has them. */
    public Svg path(String css, String commands) {
        xml.empty("path", "class", css, "d", commands);
        return this;
    }

    /** A polygon through the points whose coordinates follow each other. */
    public Svg polygon(String css, double... xy) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < xy.length; i += 2) {
            points.append(i == 0 ? "" : " ").append(n(xy[i])).append(',').append(n(xy[i + 1]));
        }
        xml.empty("polygon", "class", css, "points", points);
        return this;
    }

    public Svg text(String css, double x, double y, String words) {
        xml.text("text", words, "class", css, "x", n(x), "y", n(y));
        return this;
    }

    /** Text turned by {@code degrees} around its own place. */
    public Svg turned(String css, double x, double y, double degrees, String words) {
        String transform = "translate(%s %s) rotate(%s)".formatted(n(x), n(y), n(degrees));
        xml.text("text", words, "class", css, "transform", transform);
        return this;
    }

    public static String n(double number) {
        String text = String.format(Locale.ROOT, "%.1f", number);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    @Override
    public String toString() {
        return xml.toString();
    }
}
