package dev.lastack.checker.liveness.graph;

import dev.lastack.checker.liveness.ltl.Formula;
import dev.lastack.checker.liveness.ltl.Formula.Operator;
import java.util.Optional;

/** What must come true before a formula demands anything: of {@code [](p -> ...)} the p, if it speaks of one state. */
public final class Antecedent {

    private Antecedent() {}

    public static Optional<Formula> of(Formula formula) {
        if (formula.operator() != Operator.RELEASE || !formula.operand(0).equals(Formula.FALSE)) {
            return Optional.empty();
        }
        Formula body = formula.operand(1);
        if (body.operator() != Operator.OR || body.operand(0).operator() != Operator.NOT) {
            return Optional.empty();
        }
        return Optional.of(body.operand(0).operand(0)).filter(Antecedent::isOfOneState);
    }

    private static boolean isOfOneState(Formula formula) {
        return switch (formula.operator()) {
            case TRUE, FALSE, ATOM -> true;
            case NOT, AND, OR -> formula.operands().stream().allMatch(Antecedent::isOfOneState);
            case NEXT, UNTIL, RELEASE -> false;
        };
    }

    /** Whether {@code formula}, of one state, is true in some state. */
    public static boolean isEverTrue(Formula formula, Product.Side side) {
        for (int state = 0; state < side.graph().states(); state++) {
            if (isTrue(formula, side, state)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isTrue(Formula formula, Product.Side side, int state) {
        return switch (formula.operator()) {
            case TRUE -> true;
            case FALSE -> false;
            case ATOM -> side.valuation().holds(side.atoms().getOrDefault(formula.atom(), -1), state);
            case NOT -> !isTrue(formula.operand(0), side, state);
            case AND -> isTrue(formula.operand(0), side, state) && isTrue(formula.operand(1), side, state);
            case OR -> isTrue(formula.operand(0), side, state) || isTrue(formula.operand(1), side, state);
            case NEXT, UNTIL, RELEASE -> throw new IllegalArgumentException("not of one state: " + formula);
        };
    }
}
