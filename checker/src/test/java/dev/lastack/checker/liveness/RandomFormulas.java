package dev.lastack.checker.liveness;

import dev.lastack.checker.liveness.ltl.Formula;
import java.util.Random;

/** Random formulas over the atoms a and b. */
public final class RandomFormulas {

    private RandomFormulas() {}

    public static Formula withOperators(int operators, Random random) {
        if (operators == 0) {
            return Formula.atom(random.nextBoolean() ? "a" : "b");
        }
        if (random.nextInt(3) == 0) {
            Formula operand = withOperators(operators - 1, random);
            return switch (random.nextInt(4)) {
                case 0 -> Formula.not(operand);
                case 1 -> Formula.next(operand);
                case 2 -> Formula.eventually(operand);
                default -> Formula.always(operand);
            };
        }
        int leftOperators = random.nextInt(operators);
        Formula left = withOperators(leftOperators, random);
        Formula right = withOperators(operators - 1 - leftOperators, random);
        return switch (random.nextInt(4)) {
            case 0 -> Formula.and(left, right);
            case 1 -> Formula.or(left, right);
            case 2 -> Formula.until(left, right);
            default -> Formula.release(left, right);
        };
    }
}
