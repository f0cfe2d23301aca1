package dev.lastack.model.calibration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rows of {@code rows.txt}, whose head describes its format. */
public final class Calibration {

    private static final String FILE = "rows.txt";
    private static final String SMALL = "small";

    private final Map<String, Map<String, String>> common = new HashMap<>();
    private final List<CalibrationRow> rows = new ArrayList<>();

    private Calibration() {}

    /** All rows, in the order of the file. */
    public static List<CalibrationRow> rows() {
        Calibration calibration = new Calibration();
        read().lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .forEach(calibration::line);
        return List.copyOf(calibration.rows);
    }

    private static String read() {
        try (InputStream file = Calibration.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException(FILE + " is not on the class path");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void line(String line) {
        int colon = line.indexOf(" : ");
        if (colon >= 0) {
            common.put(line.substring(0, colon).strip(), knobs(line.substring(colon + 3)));
            return;
        }
        List<String> columns =
                Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
        List<String> failing = words(columns.get(2));
        Set<String> fails = new LinkedHashSet<>(failing.subList(1, failing.size()));
        boolean exactly = failing.get(0).equals("=");
        rows.add(new CalibrationRow(
                columns.get(0), knobs(columns.get(0)), columns.get(1), exactly, fails, columns.contains(SMALL)));
    }

    private Map<String, String> knobs(String text) {
        Map<String, String> knobs = new LinkedHashMap<>();
        for (String word : words(text)) {
            int equals = word.indexOf('=');
            if (equals < 0) {
                knobs.putAll(common.getOrDefault(word, Map.of("no such set of knobs", word)));
            } else {
                knobs.put(word.substring(0, equals), word.substring(equals + 1));
            }
        }
        return knobs;
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+", -1));
    }
}
