package dev.lastack.properties.claims;

import dev.lastack.model.TerminationFairness;
import java.util.Arrays;
import java.util.Optional;

/** What liveness claims assume of the environment; each can be switched off by its word. */
public enum Assumption {
    /** There is a tick again and again. */
    TIME("time", TerminationFairness.TIME),
    /** A timer that stays armed fires. What timers count is ticks, so this follows if time diverges. */
    TIMERS("timers", TerminationFairness.TIMERS),
    /** Of a kind of segment that is sent again and again, some arrive again and again. */
    DELIVERY("delivery", TerminationFairness.DELIVERY),
    /** A user who may CLOSE for ever does. */
    CLOSE("close", TerminationFairness.CLOSE);

    private final String word;
    private final String title;

    Assumption(String word, String title) {
        this.word = word;
        this.title = title;
    }

    /** For claim ids and command lines. */
    public String word() {
        return word;
    }

    /** For reports: the name that {@link TerminationFairness} gives it. */
    public String title() {
        return title;
    }

    static Optional<Assumption> byWord(String word) {
        return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
    }
}
