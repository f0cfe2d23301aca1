package dev.lastack.checker.liveness.ltl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastack.checker.StatePredicate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StateFormulaTest {

    /** Bits 0 and 1 of a state, and bit 2 as the only atom with an argument. */
    private static final Atoms BITS = new Atoms() {
        @Override
        public Optional<StatePredicate> find(String name) {
            int bit = List.of("p", "q", "net.has(FIN)").indexOf(name);
            return bit < 0 ? Optional.empty() : Optional.of((states, offset) -> (states[offset] >>> bit & 1) != 0);
        }

        @Override
        public List<String> names() {
            return List.of("p", "q", "net.has(FIN)");
        }
    };

    @ParameterizedTest
    @CsvSource(
            delimiter = ':',
            value = {
                "true : 0,1,2,3,4,5,6,7",
                "p : 1,3,5,7",
                "!p : 0,2,4,6",
                "p && q : 3,7",
                "p || q : 1,2,3,5,6,7",
                "p -> q : 0,2,3,4,6,7",
                "p <-> q : 0,3,4,7",
                "net.has(FIN) : 4,5,6,7",
                "!net.has( FIN ) && (p) : 1,3",
                "false : ''",
            })
    void isTrueOfTheStatesThatSatisfyIt(String formula, String states) {
        StatePredicate predicate = StateFormula.parse(formula, BITS);

        StringBuilder satisfying = new StringBuilder();
        for (long state = 0; state < 8; state++) {
            if (predicate.test(new long[] {99, state}, 1)) {
                satisfying.append(satisfying.isEmpty() ? "" : ",").append(state);
            }
        }
        assertThat(satisfying.toString()).isEqualTo(states);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[] p", "<> p", "X p", "p U q", "p ~> q", "p && X q"})
    void whatSpeaksOfOtherStatesIsRefused(String formula) {
        assertThatThrownBy(() -> StateFormula.parse(formula, BITS))
                .isInstanceOf(FormulaSyntaxException.class)
                .hasMessageContaining("no temporal operator");
    }

    @Test
    void anArgumentNeedsItsParentheses() {
        assertThatThrownBy(() -> StateFormula.parse("net.has(FIN", BITS)).hasMessageContaining("expected ')'");
        assertThatThrownBy(() -> StateFormula.parse("net.has()", BITS))
                .hasMessageContaining("expected a word in parentheses");
        assertThatThrownBy(() -> StateFormula.parse("net.has(RST)", BITS))
                .hasMessageContaining("no atom 'net.has(RST)'");
    }
}
