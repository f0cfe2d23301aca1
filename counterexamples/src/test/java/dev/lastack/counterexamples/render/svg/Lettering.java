package dev.lastack.counterexamples.render.svg;

import static java.util.Map.entry;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Rectangle2D;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The room of every text of a drawing, read from the drawing itself; the widths are those of wide fonts. */
final class Lettering {

    private static final Pattern TURN = Pattern.compile("translate\\((\\S+) (\\S+)\\) rotate\\((\\S+)\\)");

    /** Of each CSS class: the size of its letters, and their mean width in ems. */
    private static final Map<String, double[]> FONTS = Map.ofEntries(
            entry("title", new double[] {18, 0.68}),
            entry("note", new double[] {13, 0.6}),
            entry("verdict", new double[] {14, 0.68}),
            entry("key", new double[] {11, 0.6}),
            entry("host", new double[] {17, 0.8}),
            entry("time", new double[] {12, 0.62}),
            entry("number", new double[] {13, 0.7}),
            entry("fold", new double[] {12, 0.62}),
            entry("state", new double[] {12, 0.75}),
            entry("done", new double[] {11, 0.7}),
            entry("told", new double[] {11, 0.6}),
            entry("label", new double[] {11.5, 0.61}),
            entry("cross", new double[] {17, 0.84}),
            entry("repeats", new double[] {12, 0.68}));

    /** A text and the room that it takes. */
    record Text(String words, String css, Shape room) {

        boolean overlaps(Text other) {
            if (!room.getBounds2D().intersects(other.room.getBounds2D())) {
                return false;
            }
            Area common = new Area(room);
            common.intersect(new Area(other.room));
            return !common.isEmpty();
        }
    }

    private Lettering() {}

    /** The texts of {@code svg}. */
    static List<Text> of(String svg) throws Exception {
        Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        NodeList nodes = document.getElementsByTagName("text");
        List<Text> texts = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            texts.add(text((Element) nodes.item(i)));
        }
        return texts;
    }

    private static Text text(Element element) {
        List<String> classes = List.of(element.getAttribute("class").split(" "));
        double[] font = FONTS.get(classes.get(0));
        if (font == null) {
            throw new AssertionError("a text of an unknown class: " + classes);
        }
        String words = element.getTextContent();
        double width = words.length() * font[0] * font[1];
        double start = anchor(classes) * width;
        Shape upright = new Rectangle2D.Double(-start, -0.78 * font[0], width, font[0]);
        return new Text(words, classes.get(0), place(element).createTransformedShape(upright));
    }

    /** How much of a text stands before its anchor. */
    private static double anchor(List<String> classes) {
        return switch (classes.get(0)) {
            case "host", "fold", "label", "cross", "repeats" -> 0.5;
            case "time", "number" -> 1;
            default -> classes.contains("left") ? 1 : 0;
        };
    }

    private static AffineTransform place(Element element) {
        Matcher turn = TURN.matcher(element.getAttribute("transform"));
        if (turn.matches()) {
            AffineTransform place = AffineTransform.getTranslateInstance(
                    Double.parseDouble(turn.group(1)), Double.parseDouble(turn.group(2)));
            place.rotate(Math.toRadians(Double.parseDouble(turn.group(3))));
            return place;
        }
        return AffineTransform.getTranslateInstance(
                Double.parseDouble(element.getAttribute("x")), Double.parseDouble(element.getAttribute("y")));
    }
}
