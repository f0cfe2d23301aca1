package dev.lastack.checker.liveness.property;

import dev.lastack.checker.StatePredicate;
import dev.lastack.checker.liveness.ltl.Atoms;
import dev.lastack.checker.liveness.ltl.Formula;
import dev.lastack.checker.liveness.ltl.FormulaParser;
import dev.lastack.checker.liveness.ltl.FormulaSyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What every fair run must satisfy.
 *
 * @param name unique within a search
 * @param formula true of every run that is fair under the assumptions
 * @param predicates what each atom of the formula stands for
 * @param assumptions the names of the {@link Fairness#assumption assumptions} under which runs are fair
 */
public record LivenessProperty(
        String name, Formula formula, Map<String, StatePredicate> predicates, Set<String> assumptions)
        implements GraphProperty {

    private static final Formula P = Formula.atom("p");
    private static final Formula Q = Formula.atom("q");

    /** @throws IllegalArgumentException if an atom has no predicate */
    public LivenessProperty {
        predicates = Map.copyOf(predicates);
        assumptions = Set.copyOf(assumptions);
        for (String atom : formula.atoms()) {
            if (!predicates.containsKey(atom)) {
                throw new IllegalArgumentException("property " + name + ": no predicate for the atom '" + atom + "'");
            }
        }
    }

    /** {@code p ~> q}: whenever p holds, q holds then or later. */
    public static LivenessProperty leadsTo(String name, StatePredicate p, StatePredicate q) {
        return new LivenessProperty(name, Formula.leadsTo(P, Q), Map.of("p", p, "q", q), Set.of());
    }

    /** {@code []<>p}: p holds again and again. */
    public static LivenessProperty recurrence(String name, StatePredicate p) {
        return new LivenessProperty(name, Formula.always(Formula.eventually(P)), Map.of("p", p), Set.of());
    }

    /** {@code <>p}: every run comes to a state in which p holds. */
    public static LivenessProperty termination(String name, StatePredicate p) {
        return new LivenessProperty(name, Formula.eventually(P), Map.of("p", p), Set.of());
    }

    /** No run at all is fair: the assumptions are those of a pattern that must not go on for ever. */
    public static LivenessProperty never(String name) {
        return new LivenessProperty(name, Formula.FALSE, Map.of(), Set.of());
    }

    /**
     * A formula as people write it.
     *
     * @throws FormulaSyntaxException if {@code text} is none
     */
    public static LivenessProperty ltl(String name, String text, Atoms atoms) {
        Formula formula = FormulaParser.parse(text, atoms);
        Map<String, StatePredicate> predicates = new TreeMap<>();
        formula.atoms().forEach(atom -> predicates.put(atom, atoms.find(atom).orElseThrow()));
        return new LivenessProperty(name, formula, predicates, Set.of());
    }

    /** The same under these assumptions instead. */
    public LivenessProperty under(Set<String> newAssumptions) {
        return new LivenessProperty(name, formula, predicates, newAssumptions);
    }

    @Override
    public LivenessProperty without(String assumption) {
        Set<String> fewer = new TreeSet<>(assumptions);
        fewer.remove(assumption);
        return under(fewer);
    }

    @Override
    public LivenessProperty named(String newName) {
        return new LivenessProperty(newName, formula, predicates, assumptions);
    }

    @Override
    public LivenessProperty ofRuns() {
        return this;
    }

    @Override
    public List<StatePredicate> atoms() {
        return List.copyOf(predicates.values());
    }
}
