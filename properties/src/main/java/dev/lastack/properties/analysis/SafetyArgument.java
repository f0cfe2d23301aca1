package dev.lastack.properties.analysis;

import dev.lastack.scenario.Expectation.Outcome;
import java.util.Map;

/** The two independent reasons why old segments do no harm (RFC 1185, appendix), or that there is none. */
public enum SafetyArgument {
    /** When TIME-WAIT ends nothing old is left. */
    WAITING("waiting", "TIME-WAIT outlasts every old segment"),
    /** Something old is left and is always recognised by its numbers. */
    NUMBERS("numbers", "old segments outlast TIME-WAIT, and sequence numbers keep them out"),
    /** Something old gets in. */
    NONE("none", "an old segment is accepted"),
    /** The verdicts do not say. */
    OPEN("open", "not decided here");

    private final String word;
    private final String sentence;

    SafetyArgument(String word, String sentence) {
        this.word = word;
        this.sentence = sentence;
    }

    /** For tables. */
    public String word() {
        return word;
    }

    /** For people. */
    public String sentence() {
        return sentence;
    }

    static SafetyArgument of(Map<String, Outcome> outcomes) {
        boolean anyOldAccepted = outcomes.entrySet().stream()
                .anyMatch(entry -> entry.getKey().startsWith("no-old-") && entry.getValue() == Outcome.VIOLATED);
        boolean allOldRefused = outcomes.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("no-old-"))
                .allMatch(entry -> entry.getValue() == Outcome.HOLDS || entry.getValue() == Outcome.VACUOUS);
        Outcome drained = outcomes.getOrDefault("drained", Outcome.INCONCLUSIVE);
        if (anyOldAccepted) {
            return NONE;
        }
        if (!allOldRefused) {
            return OPEN;
        }
        return switch (drained) {
            case HOLDS -> WAITING;
            case VIOLATED -> NUMBERS;
            case VACUOUS, INCONCLUSIVE -> OPEN;
        };
    }
}
