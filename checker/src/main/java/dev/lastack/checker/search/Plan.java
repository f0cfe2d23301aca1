package dev.lastack.checker.search;

import dev.lastack.checker.Limits;
import dev.lastack.checker.Progress;
import dev.lastack.checker.Property;
import dev.lastack.checker.TransitionSystem;
import java.util.List;

/**
 * What an {@link Explorer} was asked to do.
 *
 * @param start when it was asked, by {@link System#nanoTime()}
 */
public record Plan(TransitionSystem system, List<Property> properties, Limits limits, Progress progress, long start) {

    /** What a directory must be about to be of use: the subject, the shape of states, and all that is counted. */
    public String subject(String named) {
        StringBuilder text = new StringBuilder();
        for (int word = 0; word < system.words(); word++) {
            text.append("word ")
                    .append(word)
                    .append(": ")
                    .append(system.significantBits(word))
                    .append(" bits\n");
        }
        text.append("counters: ").append(system.counters()).append('\n');
        text.append("bounds: ").append(system.bounds()).append('\n');
        properties.forEach(property -> text.append(property.getClass().getSimpleName())
                .append(": ")
                .append(property.name())
                .append('\n'));
        return text.append(named).append('\n').toString();
    }
}
