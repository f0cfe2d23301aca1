package dev.lastack.counterexamples.render.svg;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.counterexamples.fixture.Runs;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The colours of a drawing can be told apart with any colour vision, and read on its paper. */
class PaletteTest {

    /** Well above what the eye notices side by side, in CIELAB (1976). */
    private static final double DISTINCT = 12;

    /** WCAG 2.2, success criterion 1.4.3. */
    private static final double LEGIBLE = 4.5;

    private static final Pattern COLOUR = Pattern.compile("--(paper|bad|lost|i\\d): (#\\w{6})");

    /** Machado, Oliveira and Fernandes 2009, severity 1.0, on linear RGB: full, red-, green- and blue-blind vision. */
    private static final List<double[][]> VISIONS = List.of(
            new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
            new double[][] {
                {0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}
            },
            new double[][] {
                {0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}
            },
            new double[][] {
                {1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}
            });

    /** Block 0 is for light, block 1 for dark. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void isDistinctAndLegible(int block) {
        Map<String, double[]> colours = colours(block);
        double[] paper = requireNonNull(colours.remove("paper"));
        assertThat(colours).hasSize(7);
        colours.forEach(
                (name, colour) -> assertThat(contrast(colour, paper)).as(name).isGreaterThanOrEqualTo(LEGIBLE));
        List<String> names = List.copyOf(colours.keySet());
        for (String one : names) {
            for (String other : names.subList(names.indexOf(one) + 1, names.size())) {
                for (double[][] vision : VISIONS) {
                    double[] a = lab(product(vision, requireNonNull(colours.get(one))));
                    double[] b = lab(product(vision, requireNonNull(colours.get(other))));
                    assertThat(distance(a, b)).as(one + " and " + other).isGreaterThanOrEqualTo(DISTINCT);
                }
            }
        }
    }

    private static Map<String, double[]> colours(int block) {
        String css = new SvgLadder().text(Runs.oldFin()).split("svg \\{", -1)[block + 1];
        Map<String, double[]> colours = new LinkedHashMap<>();
        Matcher found = COLOUR.matcher(css.substring(0, css.indexOf('}')));
        while (found.find()) {
            colours.put(found.group(1), linear(found.group(2)));
        }
        return colours;
    }

    private static double[] linear(String colour) {
        double[] rgb = new double[3];
        for (int i = 0; i < 3; i++) {
            double part = Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
            rgb[i] = part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
        }
        return rgb;
    }

    private static double[] product(double[][] matrix, double[] vector) {
        double[] result = new double[3];
        for (int i = 0; i < 3; i++) {
            double sum = 0;
            for (int j = 0; j < 3; j++) {
                sum += matrix[i][j] * vector[j];
            }
            result[i] = Math.max(0, Math.min(1, sum));
        }
        return result;
    }

    private static double luminance(double[] rgb) {
        return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
    }

    private static double contrast(double[] one, double[] other) {
        double light = Math.max(luminance(one), luminance(other));
        double dark = Math.min(luminance(one), luminance(other));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double[] lab(double[] rgb) {
        double x = curve((0.4124 * rgb[0] + 0.3576 * rgb[1] + 0.1805 * rgb[2]) / 0.95047);
        double y = curve(luminance(rgb));
        double z = curve((0.0193 * rgb[0] + 0.1192 * rgb[1] + 0.9505 * rgb[2]) / 1.08883);
        return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    private static double curve(double part) {
        return part > 0.008856 ? Math.cbrt(part) : 7.787 * part + 16.0 / 116;
    }

    private static double distance(double[] one, double[] other) {
        return Math.hypot(Math.hypot(one[0] - other[0], one[1] - other[1]), one[2] - other[2]);
    }
}
