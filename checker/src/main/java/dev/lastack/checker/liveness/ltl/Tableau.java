package dev.lastack.checker.liveness.ltl;

import dev.lastack.checker.liveness.ltl.Automaton.Transition;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Builds the automaton that accepts exactly the runs that satisfy a formula.
 *
 * <p>A location is the set of formulas that must hold from now on. Each is taken apart into what must hold now (the
 * letter that a transition reads) and what must hold from the next moment on (the location it leads to). A
 * transition that puts off the right side of an until is outside that until's acceptance set, so no accepting run
 * puts it off for ever. The construction follows Gerth, Peled, Vardi and Wolper, with the acceptance moved to
 * the transitions as Couvreur does.
 */
public final class Tableau {

    private static final int MAX_LOCATIONS = 4096;

    private final List<Formula> formulas = new ArrayList<>();
    private final Map<Formula, Integer> numbers = new HashMap<>();
    private final List<String> atoms;
    private final List<Integer> untils = new ArrayList<>();
    private final Map<BitSet, Integer> locations = new HashMap<>();
    private final Deque<BitSet> unexpanded = new ArrayDeque<>();

    private Tableau(Formula root) throws StoppedException {
        atoms = List.copyOf(root.atoms());
        number(root);
        if (atoms.size() > Automaton.MAX_BITS || untils.size() > Automaton.MAX_BITS) {
            throw tooLarge(Automaton.MAX_BITS + " atoms or untils");
        }
    }

    /**
     * The automaton of {@code formula}.
     *
     * @throws StoppedException if it would be beyond any use
     */
    public static Automaton of(Formula formula) throws StoppedException {
        Formula root = formula.negationNormalForm();
        Tableau tableau = new Tableau(root);
        BitSet initial = new BitSet();
        initial.set(tableau.number(root));
        tableau.locate(initial);
        List<List<Transition>> outgoing = new ArrayList<>();
        while (!tableau.unexpanded.isEmpty()) {
            outgoing.add(tableau.transitions(tableau.unexpanded.remove()));
        }
        return AutomatonReduction.reduce(new Automaton(tableau.atoms, tableau.untils.size(), outgoing));
    }

    private static StoppedException tooLarge(String what) {
        return new StoppedException("the formula is too large: its automaton needs more than " + what);
    }

    private int number(Formula formula) {
        Integer known = numbers.get(formula);
        if (known != null) {
            return known;
        }
        formula.operands().forEach(this::number);
        int number = formulas.size();
        numbers.put(formula, number);
        formulas.add(formula);
        if (formula.operator() == Formula.Operator.UNTIL) {
            untils.add(number);
        }
        return number;
    }

    private int locate(BitSet obligations) throws StoppedException {
        Integer known = locations.get(obligations);
        if (known != null) {
            return known;
        }
        if (locations.size() == MAX_LOCATIONS) {
            throw tooLarge(MAX_LOCATIONS + " locations");
        }
        int location = locations.size();
        locations.put(obligations, location);
        unexpanded.add(obligations);
        return location;
    }

    private List<Transition> transitions(BitSet obligations) throws StoppedException {
        Set<Transition> complete = new LinkedHashSet<>();
        Deque<Branch> branches = new ArrayDeque<>();
        branches.push(new Branch(obligations));
        while (!branches.isEmpty()) {
            Branch branch = branches.pop();
            int formula = branch.todo.nextSetBit(0);
            if (formula < 0) {
                complete.add(transition(branch));
            } else {
                branch.todo.clear(formula);
                if (branch.seen.get(formula)) {
                    branches.push(branch);
                } else {
                    branch.seen.set(formula);
                    takeApart(formula, branch, branches);
                }
            }
        }
        return complete.stream()
                .filter(each -> complete.stream().noneMatch(other -> !other.equals(each) && other.absorbs(each)))
                .toList();
    }

    private Transition transition(Branch branch) throws StoppedException {
        long accepts = 0;
        for (int set = 0; set < untils.size(); set++) {
            if (!branch.putOff.get(untils.get(set))) {
                accepts |= 1L << set;
            }
        }
        return new Transition(branch.required, branch.forbidden, locate(branch.next), accepts);
    }

    private void takeApart(int number, Branch branch, Deque<Branch> branches) {
        Formula formula = formulas.get(number);
        switch (formula.operator()) {
            case TRUE -> branches.push(branch);
            case FALSE -> {}
            case ATOM -> pushIfPossible(branch.requiring(bit(formula)), branches);
            case NOT -> pushIfPossible(branch.forbidding(bit(formula.operand(0))), branches);
            case AND -> branches.push(branch.now(number(formula.operand(0))).now(number(formula.operand(1))));
            case OR -> {
                branches.push(branch.copy().now(number(formula.operand(1))));
                branches.push(branch.now(number(formula.operand(0))));
            }
            case NEXT -> branches.push(branch.later(number(formula.operand(0))));
            case UNTIL -> {
                Branch wait = branch.copy().now(number(formula.operand(0))).later(number);
                wait.putOff.set(number);
                branches.push(wait);
                branches.push(branch.now(number(formula.operand(1))));
            }
            case RELEASE -> {
                Branch hold = branch.copy().now(number(formula.operand(1))).later(number);
                branches.push(hold);
                branches.push(branch.now(number(formula.operand(0))).now(number(formula.operand(1))));
            }
        }
    }

    private long bit(Formula atom) {
        return 1L << atoms.indexOf(atom.atom());
    }

    private static void pushIfPossible(Branch branch, Deque<Branch> branches) {
        if ((branch.required & branch.forbidden) == 0) {
            branches.push(branch);
        }
    }

    /** One way to satisfy a set of formulas, as far as it has been taken apart. */
    private static final class Branch {
        final BitSet todo;
        final BitSet seen;
        final BitSet next;
        final BitSet putOff;
        long required;
        long forbidden;

        Branch(BitSet obligations) {
            this((BitSet) obligations.clone(), new BitSet(), new BitSet(), new BitSet());
        }

        private Branch(BitSet todo, BitSet seen, BitSet next, BitSet putOff) {
            this.todo = todo;
            this.seen = seen;
            this.next = next;
            this.putOff = putOff;
        }

        Branch copy() {
            Branch copy = new Branch(
                    (BitSet) todo.clone(), (BitSet) seen.clone(), (BitSet) next.clone(), (BitSet) putOff.clone());
            copy.required = required;
            copy.forbidden = forbidden;
            return copy;
        }

        Branch now(int formula) {
            todo.set(formula);
            return this;
        }

        Branch later(int formula) {
            next.set(formula);
            return this;
        }

        Branch requiring(long bit) {
            required |= bit;
            return this;
        }

        Branch forbidding(long bit) {
            forbidden |= bit;
            return this;
        }
    }
}
