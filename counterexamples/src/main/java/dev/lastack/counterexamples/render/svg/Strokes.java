package dev.lastack.counterexamples.render.svg;

import dev.lastack.counterexamples.render.svg.Arrow.End;
import dev.lastack.counterexamples.render.svg.LabelPlacement.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Draws arrows and their labels, so that nothing hides the arrow that breaks the claim, nor its label. */
final class Strokes {

    private static final double HEAD = 11;
    private static final double HEAD_ANGLE = 0.42;
    private static final double CROSS = 17;

    private final DrawingScale scale;
    private final Svg svg;

    Strokes(DrawingScale scale, Svg svg) {
        this.scale = scale;
        this.svg = svg;
    }

    /**
     * Draws {@code arrows}, whose labels keep off the words that are {@code taken}: the offending arrow above the others, and
     * above all arrows the labels, of which the offender's chooses its place first.
     */
    void draw(List<Arrow> arrows, List<Box> taken) {
        List<Box> words = new ArrayList<>(taken);
        arrows.stream()
                .filter(arrow -> arrow.end() == End.CROSS)
                .map(arrow -> Box.centred(arrow.x2(), arrow.y2() + 5, CROSS, CROSS, 0))
                .forEach(words::add);
        LabelPlacement placement = new LabelPlacement(arrows, words, scale.ofInstant(0), scale.bottom());
        Comparator<Arrow> offendersLast = Comparator.comparing(Arrow::offending);
        arrows.stream().sorted(offendersLast).forEach(this::stroke);
        arrows.stream().sorted(offendersLast.reversed()).forEach(arrow -> label(arrow, placement.place(arrow)));
    }

    private void label(Arrow arrow, Place place) {
        open(arrow);
        svg.turned("label", place.x(), place.y(), place.degrees(), arrow.label());
        svg.close();
    }

    private void open(Arrow arrow) {
        if (arrow.end() == End.HEAD) {
            svg.open("flight " + arrow.css(), arrow.since(), arrow.step());
        } else {
            svg.open("flight " + arrow.css(), arrow.since());
        }
    }

    private void stroke(Arrow arrow) {
        open(arrow);
        svg.line("shaft", arrow.x1(), arrow.y1(), arrow.x2(), arrow.y2());
        if (arrow.end() == End.HEAD) {
            head(arrow);
        } else if (arrow.end() == End.CROSS) {
            svg.text("cross", arrow.x2(), arrow.y2() + 5, "✗");
        }
        if (arrow.offending()) {
            svg.circle("ring", arrow.x2(), arrow.y2(), 13);
        }
        svg.close();
    }

    private void head(Arrow arrow) {
        double direction = Math.atan2(arrow.y2() - arrow.y1(), arrow.x2() - arrow.x1());
        double left = direction + Math.PI - HEAD_ANGLE;
        double right = direction + Math.PI + HEAD_ANGLE;
        svg.polygon(
                "head",
                arrow.x2(),
                arrow.y2(),
                arrow.x2() + Math.cos(left) * HEAD,
                arrow.y2() + Math.sin(left) * HEAD,
                arrow.x2() + Math.cos(right) * HEAD,
                arrow.y2() + Math.sin(right) * HEAD);
    }
}
