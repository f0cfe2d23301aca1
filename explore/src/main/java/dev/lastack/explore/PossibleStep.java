package dev.lastack.explore;

import java.util.List;

/**
 * A step that is possible next.
 *
 * @param action its label in the transition system
 * @param group who takes it, such as "user of A" or "arrivals of #4"
 * @param sentences what would happen, in order
 * @param rules citations of the rules that would decide, in order
 * @param violates ids of the safety claims that it would violate
 */
public record PossibleStep(
        int action, String group, List<String> sentences, List<String> rules, List<String> violates) {

    public PossibleStep {
        sentences = List.copyOf(sentences);
        rules = List.copyOf(rules);
        violates = List.copyOf(violates);
    }
}
