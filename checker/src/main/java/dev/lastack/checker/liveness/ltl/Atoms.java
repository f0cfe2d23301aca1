package dev.lastack.checker.liveness.ltl;

import dev.lastack.checker.StatePredicate;
import java.util.List;
import java.util.Optional;

/** The state predicates that formulas may name. */
public interface Atoms {

    /**
     * The predicate behind a name, or empty if there is none. A comparison arrives as {@code left op right}, with
     * single spaces and one of {@code == < <= > >=}; a word with another in parentheses arrives without spaces.
     */
    Optional<StatePredicate> find(String name);

    /** What may be named, for people; a family of atoms may stand as one pattern. */
    List<String> names();
}
