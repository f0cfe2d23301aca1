package dev.lastack.properties;

import dev.lastack.checker.Property;
import dev.lastack.checker.StatePredicate;
import dev.lastack.model.StateView;
import dev.lastack.model.TerminationModel;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Something that people believe about closing a TCP connection.
 *
 * @param id short and stable, for command lines and reports
 * @param sentence what is claimed, in plain words
 * @param citation where the claim comes from
 * @param assumptions what it takes for granted; empty for an unconditional claim
 * @param property the claim as the checker decides it, for one model
 */
public record Claim(
        String id,
        String sentence,
        String citation,
        List<String> assumptions,
        Function<TerminationModel, Property> property) {

    public Claim {
        assumptions = List.copyOf(assumptions);
    }

    /**
     * A claim of one's own: {@code holds} is true of every reachable state. It is decoded for every state, which costs
     * about a microsecond each.
     */
    public static Claim always(String id, String sentence, Predicate<StateView> holds) {
        return new Claim(id, sentence, "the user's own", List.of(), model -> {
            int words = model.words();
            StatePredicate packed =
                    (states, offset) -> holds.test(model.decode(Arrays.copyOfRange(states, offset, offset + words)));
            return new Property.Invariant(id, (states, offset) -> true, packed);
        });
    }

    /** The id, for tables and error messages. */
    @Override
    public String toString() {
        return id;
    }
}
