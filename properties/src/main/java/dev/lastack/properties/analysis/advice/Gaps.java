package dev.lastack.properties.analysis.advice;

import dev.lastack.scenario.knobs.RealTimeText;
import dev.lastack.scenario.text.Place;
import dev.lastack.scenario.text.ScenarioException;
import java.time.Duration;

/**
 * The least and the greatest gap between transmissions of a segment; any sequence of gaps between them is looked at, a
 * backoff included.
 */
public record Gaps(Duration min, Duration max) {

    /**
     * Reads {@code 200ms..120s}, or one time.
     *
     * @throws ScenarioException if it is neither
     */
    public static Gaps parse(String text) {
        int dots = text.indexOf("..");
        Duration min = end(text, dots < 0 ? text : text.substring(0, dots));
        Duration max = end(text, dots < 0 ? text : text.substring(dots + 2));
        if (min.compareTo(max) > 0) {
            throw refused(text, "its least gap is more than its greatest");
        }
        return new Gaps(min, max);
    }

    private static Duration end(String text, String end) {
        return RealTimeText.parse(end.strip())
                .filter(time -> !time.isZero())
                .orElseThrow(() ->
                        refused(text, "it has to be a real time above zero, or two with .. between: 1s, 200ms..120s"));
    }

    private static ScenarioException refused(String text, String why) {
        return new ScenarioException(Place.of("--rto"), "'" + text + "': " + why);
    }

    /**
     * The gaps that a tick of this length can tell apart; those below one tick are left out.
     *
     * @throws ScenarioException if all are below one tick
     */
    Gaps from(Duration tick) {
        if (max.compareTo(tick) < 0) {
            throw refused(toString(), "every gap is shorter than a tick of " + RealTimeText.of(tick));
        }
        return new Gaps(min.compareTo(tick) < 0 ? tick : min, max);
    }

    /** As a scenario writes it, and as {@link #parse} reads it. */
    @Override
    public String toString() {
        String least = RealTimeText.of(min);
        return min.equals(max) ? least : least + ".." + RealTimeText.of(max);
    }
}
