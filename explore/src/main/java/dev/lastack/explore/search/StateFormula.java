package dev.lastack.explore.search;

import dev.lastack.checker.StatePredicate;
import dev.lastack.checker.liveness.ltl.Atoms;
import dev.lastack.checker.liveness.ltl.Formula;
import dev.lastack.checker.liveness.ltl.FormulaParser;
import dev.lastack.checker.liveness.ltl.FormulaSyntaxException;
import dev.lastack.explore.ExploreException;

/** A formula about one state: atoms with {@code !}, {@code &&}, {@code ||}, {@code ->} and {@code <->}, as in {@code ltl:}. */
final class StateFormula {

    private StateFormula() {}

    /**
     * The states that satisfy {@code text}.
     *
     * @throws ExploreException if it is no formula, or one about more than a state
     */
    static StatePredicate parse(String text, Atoms atoms) {
        try {
            return predicate(FormulaParser.parse(text, atoms), atoms);
        } catch (FormulaSyntaxException e) {
            throw new ExploreException("state: " + e.getMessage());
        }
    }

    private static StatePredicate predicate(Formula formula, Atoms atoms) {
        return switch (formula.operator()) {
            case TRUE -> (states, offset) -> true;
            case FALSE -> (states, offset) -> false;
            case ATOM -> atoms.find(formula.atom()).orElseThrow();
            case NOT -> {
                StatePredicate operand = predicate(formula.operand(0), atoms);
                yield (states, offset) -> !operand.test(states, offset);
            }
            case AND -> {
                StatePredicate left = predicate(formula.operand(0), atoms);
                StatePredicate right = predicate(formula.operand(1), atoms);
                yield (states, offset) -> left.test(states, offset) && right.test(states, offset);
            }
            case OR -> {
                StatePredicate left = predicate(formula.operand(0), atoms);
                StatePredicate right = predicate(formula.operand(1), atoms);
                yield (states, offset) -> left.test(states, offset) || right.test(states, offset);
            }
            case NEXT, UNTIL, RELEASE ->
                throw new ExploreException(
                        "state: '" + formula + "' is about more than one state; use atoms, !, &&, ||, -> and <->");
        };
    }
}
