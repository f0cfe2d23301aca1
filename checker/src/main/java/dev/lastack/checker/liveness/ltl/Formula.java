package dev.lastack.checker.liveness.ltl;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A formula of linear temporal logic over named atoms. The operators are a minimal set; the usual others are
 * made of them by the factories.
 *
 * @param atom the atom's name, or empty for every operator but {@link Operator#ATOM}
 */
public record Formula(Operator operator, String atom, List<Formula> operands) {

    public static final Formula TRUE = new Formula(Operator.TRUE, "", List.of());
    public static final Formula FALSE = new Formula(Operator.FALSE, "", List.of());

    /** What stands at the root of a formula. */
    public enum Operator {
        TRUE,
        FALSE,
        ATOM,
        NOT,
        AND,
        OR,
        NEXT,
        UNTIL,
        RELEASE
    }

    public Formula {
        operands = List.copyOf(operands);
    }

    public static Formula atom(String name) {
        return new Formula(Operator.ATOM, name, List.of());
    }

    public static Formula not(Formula operand) {
        return new Formula(Operator.NOT, "", List.of(operand));
    }

    public static Formula and(Formula left, Formula right) {
        return new Formula(Operator.AND, "", List.of(left, right));
    }

    public static Formula or(Formula left, Formula right) {
        return new Formula(Operator.OR, "", List.of(left, right));
    }

    public static Formula next(Formula operand) {
        return new Formula(Operator.NEXT, "", List.of(operand));
    }

    /** {@code right} comes, and {@code left} holds until then. */
    public static Formula until(Formula left, Formula right) {
        return new Formula(Operator.UNTIL, "", List.of(left, right));
    }

    /** {@code right} holds up to and including the moment when {@code left} does, or for ever. */
    public static Formula release(Formula left, Formula right) {
        return new Formula(Operator.RELEASE, "", List.of(left, right));
    }

    public static Formula implies(Formula left, Formula right) {
        return or(not(left), right);
    }

    public static Formula equivalent(Formula left, Formula right) {
        return and(implies(left, right), implies(right, left));
    }

    public static Formula eventually(Formula operand) {
        return until(TRUE, operand);
    }

    public static Formula always(Formula operand) {
        return release(FALSE, operand);
    }

    /** Whenever {@code left} holds, {@code right} holds then or later: {@code left ~> right}. */
    public static Formula leadsTo(Formula left, Formula right) {
        return always(implies(left, eventually(right)));
    }

    public Formula operand(int index) {
        return operands.get(index);
    }

    /** The names of the atoms, in alphabetical order. */
    public Set<String> atoms() {
        Set<String> names = new TreeSet<>();
        if (operator == Operator.ATOM) {
            names.add(atom);
        }
        operands.forEach(operand -> names.addAll(operand.atoms()));
        return names;
    }

    /** Whether {@link Operator#NEXT} occurs: such a formula tells runs apart that differ in idle steps only. */
    public boolean countsSteps() {
        return operator == Operator.NEXT || operands.stream().anyMatch(Formula::countsSteps);
    }

    /** An equivalent formula in which only atoms are negated. */
    public Formula negationNormalForm() {
        return pushed(false);
    }

    private Formula pushed(boolean negated) {
        return switch (operator) {
            case TRUE -> negated ? FALSE : TRUE;
            case FALSE -> negated ? TRUE : FALSE;
            case ATOM -> negated ? not(this) : this;
            case NOT -> operand(0).pushed(!negated);
            case AND -> negated ? dual(Operator.OR, true) : dual(Operator.AND, false);
            case OR -> negated ? dual(Operator.AND, true) : dual(Operator.OR, false);
            case NEXT -> dual(Operator.NEXT, negated);
            case UNTIL -> negated ? dual(Operator.RELEASE, true) : dual(Operator.UNTIL, false);
            case RELEASE -> negated ? dual(Operator.UNTIL, true) : dual(Operator.RELEASE, false);
        };
    }

    private Formula dual(Operator root, boolean negated) {
        return new Formula(
                root, "", operands.stream().map(each -> each.pushed(negated)).toList());
    }

    @Override
    public String toString() {
        return switch (operator) {
            case TRUE -> "true";
            case FALSE -> "false";
            case ATOM -> atom;
            case NOT -> "!" + enclosed(0);
            case AND -> enclosed(0) + " && " + enclosed(1);
            case OR -> enclosed(0) + " || " + enclosed(1);
            case NEXT -> "X " + enclosed(0);
            case UNTIL -> operand(0).equals(TRUE) ? "<>" + enclosed(1) : enclosed(0) + " U " + enclosed(1);
            case RELEASE -> operand(0).equals(FALSE) ? "[]" + enclosed(1) : enclosed(0) + " R " + enclosed(1);
        };
    }

    private String enclosed(int index) {
        Formula operand = operand(index);
        boolean binary = operand.operands.size() == 2;
        return binary || operand.atom.contains(" ") ? "(" + operand + ")" : operand.toString();
    }
}
