package dev.lastack.checker.certificate;

import dev.lastack.checker.lanes.CoverState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Proofs that step invariants of one {@link dev.lastack.checker.lanes.LaneSystem} hold.
 *
 * @param head what the proofs are about, by name; the names have no colon in them and are not 'tokens', and there are no line breaks
 * @param proofs in the order in which they were found
 */
public record Certificate(Map<String, String> head, List<Proof> proofs) {

    public Certificate {
        head.forEach((name, value) -> {
            if (name.isBlank()
                    || name.contains(":")
                    || name.equals("tokens")
                    || (name + value).lines().count() > 1) {
                throw new IllegalArgumentException("not a line of a certificate: " + name + ": " + value);
            }
        });
        head = new LinkedHashMap<>(head);
        proofs = List.copyOf(proofs);
    }

    /**
     * States that cover the initial state, and whatever a step makes of one of them, and of which none has a violating step.
     *
     * @param properties the names of those that hold, at least one
     * @param by how the states were found, in one word
     */
    public record Proof(List<String> properties, String by, List<CoverState> states) {

        public Proof {
            properties = List.copyOf(properties);
            states = List.copyOf(states);
        }
    }
}
