package dev.lastack.properties.analysis;

import dev.lastack.properties.claims.SafetyClaim;
import dev.lastack.properties.verification.ClaimResult;
import dev.lastack.properties.verification.Report;
import dev.lastack.scenario.Expectation.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

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

    /** The claims that an old segment violates by being accepted. */
    private static final List<SafetyClaim> OLD_SEGMENTS = List.of(
            SafetyClaim.NO_OLD_FIN,
            SafetyClaim.NO_OLD_DATA,
            SafetyClaim.NO_OLD_ACK,
            SafetyClaim.NO_OLD_HANDSHAKE,
            SafetyClaim.NO_OLD_RST);

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

    /** The argument that the verdicts of {@code report} make. */
    public static SafetyArgument of(Report report) {
        return of(report.claims().stream()
                .collect(Collectors.toMap(result -> result.claim().id(), ClaimResult::outcome)));
    }

    static SafetyArgument of(Map<String, Outcome> outcomes) {
        List<Outcome> old = OLD_SEGMENTS.stream()
                .flatMap(claim -> Optional.ofNullable(outcomes.get(claim.toString())).stream())
                .toList();
        boolean anyOldAccepted = old.contains(Outcome.VIOLATED);
        boolean allOldRefused =
                old.stream().allMatch(outcome -> outcome == Outcome.HOLDS || outcome == Outcome.VACUOUS);
        Outcome drained = outcomes.getOrDefault(SafetyClaim.DRAINED.toString(), Outcome.INCONCLUSIVE);
        if (anyOldAccepted) {
            return NONE;
        }
        if (!allOldRefused) {
            return OPEN;
        }
        return switch (drained) {
            case HOLDS -> WAITING;
            case VIOLATED -> old.isEmpty() ? OPEN : NUMBERS; // Nobody asked whether they are kept out.
            case VACUOUS, INCONCLUSIVE -> OPEN;
        };
    }
}
