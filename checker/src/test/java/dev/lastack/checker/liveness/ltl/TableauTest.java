package dev.lastack.checker.liveness.ltl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.checker.liveness.AutomatonOracle;
import dev.lastack.checker.liveness.RandomFormulas;
import dev.lastack.checker.liveness.SmallLassos;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Holds the tableau against the definition of temporal logic on all small lassos. */
class TableauTest {

    private static final Formula A = Formula.atom("a");
    private static final Formula B = Formula.atom("b");
    private static final List<UnaryOperator<Formula>> UNARY =
            List.of(Formula::not, Formula::next, Formula::eventually, Formula::always);
    private static final List<BinaryOperator<Formula>> BINARY =
            List.of(Formula::and, Formula::or, Formula::until, Formula::release);

    /** All formulas over a and b with exactly {@code operators} operators. */
    private static List<Formula> formulas(int operators) {
        if (operators == 0) {
            return List.of(A, B);
        }
        List<Formula> formulas = new ArrayList<>();
        for (Formula smaller : formulas(operators - 1)) {
            UNARY.forEach(unary -> formulas.add(unary.apply(smaller)));
        }
        for (int left = 0; left < operators; left++) {
            for (Formula l : formulas(left)) {
                for (Formula r : formulas(operators - 1 - left)) {
                    BINARY.forEach(binary -> formulas.add(binary.apply(l, r)));
                }
            }
        }
        return formulas;
    }

    private static void checkAgainstDefinition(Formula formula, int maxLength) throws StoppedException {
        Automaton automaton = Tableau.of(formula);
        SmallLassos.forEach(
                maxLength,
                (letters, loopStart) -> assertThat(AutomatonOracle.accepts(automaton, letters, loopStart))
                        .as("%s on %s from %d", formula, letters, loopStart)
                        .isEqualTo(LassoSemantics.holds(formula, letters, loopStart)));
    }

    @Test
    void acceptsWhatSatisfiesEverySmallFormula() throws StoppedException {
        for (int operators = 0; operators <= 2; operators++) {
            for (Formula formula : formulas(operators)) {
                checkAgainstDefinition(formula, 3);
            }
        }
    }

    @Test
    void acceptsWhatSatisfiesEveryFormulaOfThreeOperatorsOnShorterLassos() throws StoppedException {
        for (Formula formula : formulas(3)) {
            checkAgainstDefinition(formula, 2);
        }
    }

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void acceptsWhatSatisfiesALargerFormula(@ForAll @IntRange(min = 4, max = 7) int operators, @ForAll long seed)
            throws StoppedException {
        checkAgainstDefinition(RandomFormulas.withOperators(operators, new Random(seed)), 3);
    }

    @Test
    void negationNormalFormMeansTheSame() {
        for (int operators = 0; operators <= 2; operators++) {
            for (Formula formula : formulas(operators)) {
                Formula negated = Formula.not(formula).negationNormalForm();
                SmallLassos.forEach(
                        2,
                        (letters, loopStart) -> assertThat(LassoSemantics.holds(negated, letters, loopStart))
                                .isNotEqualTo(LassoSemantics.holds(formula, letters, loopStart)));
            }
        }
    }

    @Test
    void brokenLeadsToIsWatchedByOneLocationBesideTheWaitingOne() throws StoppedException {
        Automaton automaton = Tableau.of(Formula.not(Formula.leadsTo(A, B)));

        assertThat(automaton.locations()).isEqualTo(2);
        assertThat(automaton.startWaits()).isTrue();
    }

    @Test
    void brokenRecurrenceAndPersistenceAreAsSmall() throws StoppedException {
        assertThat(Tableau.of(Formula.eventually(Formula.always(A))).locations())
                .isEqualTo(2);
        assertThat(Tableau.of(Formula.always(Formula.eventually(A))).locations())
                .isEqualTo(1);
        assertThat(Tableau.of(Formula.always(A)).locations()).isEqualTo(1);
    }

    @Test
    void formulaWithoutModelHasNoTransition() throws StoppedException {
        Automaton automaton = Tableau.of(Formula.and(A, Formula.not(A)));

        assertThat(automaton.outgoing().get(0)).isEmpty();
    }
}
