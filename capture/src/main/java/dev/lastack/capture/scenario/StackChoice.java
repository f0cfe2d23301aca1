package dev.lastack.capture.scenario;

import dev.lastack.capture.findings.TimeWaitLength;
import dev.lastack.scenario.Scenarios;
import java.util.Optional;

/**
 * What the user says about the stack of an end.
 *
 * @param name of a stack, or empty if only the length of TIME-WAIT is given or nothing is
 */
public record StackChoice(String name, TimeWaitLength timeWait) {

    /** The shipped variant whose knobs the end takes. */
    Optional<String> variant() {
        return Scenarios.variants().contains(name) ? Optional.of(name) : Optional.empty();
    }

    boolean known() {
        return !timeWait.equals(TimeWaitLength.UNKNOWN);
    }
}
