package dev.lastack.checker.liveness.ltl;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether a formula is true of one lasso, by its definition: each subformula's value is worked out at each position.
 * It knows no automata.
 */
public final class LassoSemantics {

    private final List<Set<String>> letters;
    private final int loopStart;
    private final Map<Formula, boolean[]> values = new HashMap<>();

    private LassoSemantics(List<Set<String>> letters, int loopStart) {
        this.letters = letters;
        this.loopStart = loopStart;
    }

    /**
     * Whether {@code formula} is true at the beginning of the run whose letters (sets of true atoms) are given, the
     * position after the last being {@code loopStart} again.
     */
    public static boolean holds(Formula formula, List<Set<String>> letters, int loopStart) {
        if (loopStart < 0 || loopStart >= letters.size()) {
            throw new IllegalArgumentException("loop start " + loopStart + " is not in 0.." + (letters.size() - 1));
        }
        return new LassoSemantics(letters, loopStart).value(formula)[0];
    }

    private boolean[] value(Formula formula) {
        boolean[] known = values.get(formula);
        if (known == null) {
            known = evaluate(formula);
            values.put(formula, known);
        }
        return known;
    }

    private boolean[] evaluate(Formula formula) {
        return switch (formula.operator()) {
            case TRUE -> at(position -> true);
            case FALSE -> at(position -> false);
            case ATOM -> at(position -> letters.get(position).contains(formula.atom()));
            case NOT -> at(position -> !operand(formula, 0)[position]);
            case AND -> at(position -> operand(formula, 0)[position] && operand(formula, 1)[position]);
            case OR -> at(position -> operand(formula, 0)[position] || operand(formula, 1)[position]);
            case NEXT -> at(position -> operand(formula, 0)[successor(position)]);
            case UNTIL ->
                fixpoint(
                        false,
                        (position, later) -> operand(formula, 1)[position] || (operand(formula, 0)[position] && later));
            case RELEASE ->
                fixpoint(
                        true,
                        (position, later) -> operand(formula, 1)[position] && (operand(formula, 0)[position] || later));
        };
    }

    private boolean[] operand(Formula formula, int index) {
        return value(formula.operand(index));
    }

    private int successor(int position) {
        return position + 1 < letters.size() ? position + 1 : loopStart;
    }

    private interface Pointwise {
        boolean at(int position);
    }

    private interface Unfolding {
        boolean at(int position, boolean later);
    }

    private boolean[] at(Pointwise definition) {
        boolean[] result = new boolean[letters.size()];
        for (int position = 0; position < result.length; position++) {
            result[position] = definition.at(position);
        }
        return result;
    }

    // From the end to the beginning, twice: what the first pass carries around the loop, the second completes.
    private boolean[] fixpoint(boolean start, Unfolding unfolding) {
        boolean[] result = at(position -> start);
        for (int pass = 0; pass < 2; pass++) {
            for (int position = result.length - 1; position >= 0; position--) {
                result[position] = unfolding.at(position, result[successor(position)]);
            }
        }
        return result;
    }
}
