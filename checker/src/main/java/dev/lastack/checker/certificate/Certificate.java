package dev.lastack.checker.certificate;

import dev.lastack.checker.hull.CoverState;
import java.util.List;

/**
 * A proof that a step invariant holds: states that cover the initial state, and whatever a step makes of one of them, and of which
 * none has a violating step.
 *
 * @param subject of which system and which property it is the proof, in one line that changes with anything that changes either
 */
public record Certificate(String subject, List<CoverState> states) {

    public Certificate {
        if (subject.lines().count() != 1) {
            throw new IllegalArgumentException("the subject of a certificate is one line, not: " + subject);
        }
        states = List.copyOf(states);
    }
}
