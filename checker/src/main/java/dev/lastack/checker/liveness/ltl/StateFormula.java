package dev.lastack.checker.liveness.ltl;

import dev.lastack.checker.StatePredicate;

/** A formula that is true or false of a single state: atoms, and what {@code ! && || -> <->} make of them. */
public final class StateFormula {

    private static final int FIRST_COLUMN = 1;

    private StateFormula() {}

    /**
     * The predicate that {@code text} spells.
     *
     * @throws FormulaSyntaxException if it spells none, names an atom that does not exist, or speaks of other states too
     */
    public static StatePredicate parse(String text, Atoms atoms) {
        return predicate(FormulaParser.parse(text, atoms), atoms);
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
                throw new FormulaSyntaxException(
                        FIRST_COLUMN, "a formula about one state has no temporal operator ([] <> X U R W M ~>)");
        };
    }
}
