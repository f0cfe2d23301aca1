package dev.lastack.properties.analysis;

import com.google.common.base.Splitter;
import dev.lastack.scenario.knobs.TickCount;
import dev.lastack.scenario.text.Place;
import dev.lastack.scenario.text.ScenarioException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * One knob and the values it takes in a sweep, written {@code knob=value,value,low..high}. The ends of a range are whole
 * numbers, or durations in ticks and multiples of msl; a range that names msl follows the msl of each cell.
 *
 * @param knob as in a scenario, qualified with a host or not
 * @param terms values and ranges, as written
 */
public record Axis(String knob, List<String> terms) {

    public Axis {
        terms = List.copyOf(terms);
    }

    /**
     * Reads {@code knob=values}.
     *
     * @throws ScenarioException if it is no such text
     */
    public static Axis parse(String text) {
        int equals = text.indexOf('=');
        if (equals <= 0 || equals == text.length() - 1) {
            throw new ScenarioException(
                    Place.of("--vary"), "'" + text + "' is not of the form knob=value,value or knob=low..high");
        }
        List<String> terms = Splitter.on(',').trimResults().omitEmptyStrings().splitToList(text.substring(equals + 1));
        if (terms.isEmpty()) {
            throw new ScenarioException(Place.of("--vary"), "'" + text + "' has no values");
        }
        return new Axis(text.substring(0, equals).strip(), terms);
    }

    /** The values where msl is {@code msl} ticks, each once, in order. */
    List<String> values(int msl) {
        Set<String> values = new LinkedHashSet<>();
        for (String term : terms) {
            values.addAll(values(term, msl));
        }
        return List.copyOf(values);
    }

    private List<String> values(String term, int msl) {
        int dots = term.indexOf("..");
        if (dots < 0) {
            return List.of(term);
        }
        int low = end(term.substring(0, dots), msl);
        int high = end(term.substring(dots + 2), msl);
        if (low > high) {
            throw new ScenarioException(
                    place(), "the range " + term + " is empty: it goes from " + low + " to " + high);
        }
        List<String> values = new ArrayList<>();
        for (int value = low; value <= high; value++) {
            values.add(Integer.toString(value));
        }
        return values;
    }

    private int end(String text, int msl) {
        return TickCount.of(text.strip(), msl)
                .orElseThrow(() -> new ScenarioException(
                        place(),
                        "'" + text + "' cannot end a range; a whole number or a multiple of msl can (0..2*msl+1), and"
                                + " real times are listed (15s,30s,60s)"));
    }

    private Place place() {
        return Place.of("--vary " + knob);
    }
}
