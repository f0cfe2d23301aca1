package dev.lastack.checker.liveness.ltl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastack.checker.StatePredicate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaParserTest {

    private static final Set<String> KNOWN = Set.of("p", "q", "r", "A.state == LAST-ACK", "n < 3");

    private static final Atoms ATOMS = new Atoms() {
        @Override
        public Optional<StatePredicate> find(String name) {
            return KNOWN.contains(name) ? Optional.of((states, offset) -> true) : Optional.empty();
        }

        @Override
        public List<String> names() {
            return List.of("p", "q", "r", "A.state == <TCP state>", "n < <number>");
        }
    };

    private static Formula parse(String text) {
        return FormulaParser.parse(text, ATOMS);
    }

    @ParameterizedTest
    @CsvSource({
        "p && q || r, (p && q) || r",
        "p || q && r, p || (q && r)",
        "p -> q -> r, p -> (q -> r)",
        "p ~> q || r, p ~> (q || r)",
        "p U q U r, p U (q U r)",
        "p && q U r, p && (q U r)",
        "! p U q, (!p) U q",
        "[] p -> q, ([] p) -> q",
        "[]<>p, []( <> p )",
        "G F p, []<>p",
        "p /\\ q \\/ ~r, p && q || !r",
        "p => q <=> r, (p -> q) <-> r",
        "p ~> q, [](p -> <>q)",
        "p W q, q R (p || q)",
        "p M q, q U (p && q)",
        "A.state != LAST-ACK, !(A.state == LAST-ACK)",
        "p->q, p -> q",
        "n<3, n  <  3"
    })
    void readsAs(String text, String same) {
        assertThat(parse(text)).isEqualTo(parse(same));
    }

    @Test
    void namesItsAtoms() {
        assertThat(parse("[](A.state == LAST-ACK -> <>p)").atoms()).containsExactly("A.state == LAST-ACK", "p");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "p &&           | 5 | found the end",
                "p q            | 3 | expected an operator or the end, found 'q'",
                "(p             | 3 | expected ')', found the end",
                "[] )           | 4 | found ')'",
                "p # q          | 3 | '#' is no part of a formula",
                "p && X         | 7 | found the end",
                "A.state ==     | 11 | a value to compare with",
                "q U U          | 5 | found 'U'"
            })
    void saysWhereItCannotBeRead(String text, int column, String message) {
        assertThatThrownBy(() -> parse(text.strip()))
                .isInstanceOfSatisfying(
                        FormulaSyntaxException.class,
                        e -> assertThat(e.column()).isEqualTo(column))
                .hasMessageContaining(message);
    }

    @Test
    void listsTheAtomsWhereOneIsUnknown() {
        assertThatThrownBy(() -> parse("p && A.state == SLEEPING"))
                .hasMessage("column 6: no atom 'A.state == SLEEPING'; the atoms are: "
                        + "p, q, r, A.state == <TCP state>, n < <number>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\t"})
    void emptyTextIsNoFormula(String text) {
        assertThatThrownBy(() -> parse(text)).isInstanceOf(FormulaSyntaxException.class);
    }

    @Test
    void hugeTextIsRefused() {
        assertThatThrownBy(() -> parse("!".repeat(5_000) + "p")).hasMessageContaining("nested more than 200 deep");
        assertThatThrownBy(() -> parse("p && ".repeat(5_000) + "p")).hasMessageContaining("at most 10000 characters");
        assertThatThrownBy(() -> parse("p <-> ".repeat(9) + "p")).hasMessageContaining("more than 8 times '<->'");
    }

    @Property(tries = 20_000)
    void anyTextIsAFormulaOrAPositionedError(
            @ForAll
                    @Chars({'p', 'q', ' ', '(', ')', '[', ']', '<', '>', '!', '=', '-', '~', '&', '|', 'U', 'X', '.'})
                    @CharRange(from = '\u0000', to = '\uffff')
                    @StringLength(max = 24)
                    String text) {
        try {
            Formula formula = parse(text);
            assertThat(parse(formula.toString())).hasToString(formula.toString());
        } catch (FormulaSyntaxException e) {
            assertThat(e.column()).isBetween(1, text.length() + 1);
        }
    }
}
