package dev.lastack.counterexamples.report;

import dev.lastack.scenario.text.Place;
import java.util.List;
import java.util.Optional;

/**
 * What was judged in one scenario or capture, as every form of report takes it.
 *
 * @param coverage what was seen, in one line
 */
public record Suite(String name, String coverage, double seconds, List<Case> cases) {

    public Suite {
        cases = List.copyOf(cases);
    }

    /** Whether a verdict is what was asked for. */
    public enum Standing {
        AS_EXPECTED,
        /** Decided, and not what was expected. */
        FAILED,
        /** Not decided although a decision was expected. */
        UNDECIDED
    }

    /**
     * The rule that a case judges.
     *
     * @param sentence what it says
     */
    public record Rule(String id, String sentence, String citation) {}

    /**
     * One rule judged.
     *
     * @param verdict in one word
     * @param documented the verdict that is documented, in one word
     * @param sentence what became of the rule
     * @param message the same with what was asked for
     * @param evidence what shows it
     * @param place the line that states or holds it
     */
    public record Case(
            Rule rule,
            Standing standing,
            String verdict,
            String documented,
            String sentence,
            String message,
            Optional<Evidence> evidence,
            Place place) {}

    /**
     * What shows a verdict.
     *
     * @param title what the drawing is
     * @param ladder the drawing as text
     * @param flow the steps in words, in their order
     */
    public record Evidence(String title, String ladder, List<String> flow) {

        public Evidence {
            flow = List.copyOf(flow);
        }
    }

    /** The same with {@code more} about what was seen. */
    Suite covering(String more) {
        return new Suite(name, coverage + more, seconds, cases);
    }

    long count(Standing standing) {
        return cases.stream().filter(one -> one.standing() == standing).count();
    }
}
