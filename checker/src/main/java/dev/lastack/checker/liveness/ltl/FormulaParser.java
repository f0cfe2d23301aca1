package dev.lastack.checker.liveness.ltl;

import dev.lastack.checker.liveness.ltl.FormulaLexer.Token;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;

/**
 * Reads a formula. From the weakest to the strongest: {@code <->}, then {@code ->} and {@code ~>} (to the right),
 * {@code ||}, {@code &&}, {@code U R W M} (to the right), and {@code ! [] <> X}. {@code G}, {@code F},
 * {@code =>}, {@code <=>}, {@code /\}, {@code \/} are read too. An atom is a word, a word with another in parentheses, or a
 * word compared with another.
 */
public final class FormulaParser {

    private static final Map<String, String> SPELLINGS = Map.ofEntries(
            Map.entry("=>", "->"),
            Map.entry("<=>", "<->"),
            Map.entry("&", "&&"),
            Map.entry("/\\", "&&"),
            Map.entry("|", "||"),
            Map.entry("\\/", "||"),
            Map.entry("~", "!"),
            Map.entry("G", "[]"),
            Map.entry("F", "<>"));
    private static final Set<String> RESERVED = Set.of("X", "U", "R", "W", "M", "G", "F", "true", "false");
    private static final Set<String> COMPARISONS = Set.of("==", "<", "<=", ">", ">=");
    private static final int MAX_LENGTH = 10_000;
    private static final int MAX_DEPTH = 200;

    // Each one doubles the formula.
    private static final int MAX_EQUIVALENCES = 8;

    private final List<Token> tokens;
    private final Atoms atoms;
    private int position;
    private int depth;
    private int equivalences;

    private FormulaParser(List<Token> tokens, Atoms atoms) {
        this.tokens = tokens;
        this.atoms = atoms;
    }

    /**
     * The formula that {@code text} spells.
     *
     * @throws FormulaSyntaxException if it spells none, or names an atom that there is not
     */
    public static Formula parse(String text, Atoms atoms) {
        if (text.length() > MAX_LENGTH) {
            throw new FormulaSyntaxException(MAX_LENGTH + 1, "a formula has at most " + MAX_LENGTH + " characters");
        }
        FormulaParser parser = new FormulaParser(FormulaLexer.tokens(text), atoms);
        Formula formula = parser.equivalence();
        if (!parser.peek().text().isEmpty()) {
            throw parser.unexpected("an operator or the end");
        }
        return formula;
    }

    private Formula equivalence() {
        Formula left = implication();
        while (accept("<->")) {
            if (++equivalences > MAX_EQUIVALENCES) {
                throw new FormulaSyntaxException(
                        tokens.get(position - 1).column(), "more than " + MAX_EQUIVALENCES + " times '<->'");
            }
            left = Formula.equivalent(left, implication());
        }
        return left;
    }

    private Formula implication() {
        Formula left = disjunction();
        if (accept("->")) {
            return Formula.implies(left, nested(this::implication));
        }
        return accept("~>") ? Formula.leadsTo(left, nested(this::implication)) : left;
    }

    private Formula disjunction() {
        Formula left = conjunction();
        while (accept("||")) {
            left = Formula.or(left, conjunction());
        }
        return left;
    }

    private Formula conjunction() {
        Formula left = binary();
        while (accept("&&")) {
            left = Formula.and(left, binary());
        }
        return left;
    }

    private Formula binary() {
        Formula left = unary();
        if (accept("U")) {
            return Formula.until(left, nested(this::binary));
        }
        if (accept("R")) {
            return Formula.release(left, nested(this::binary));
        }
        if (accept("W")) {
            return combine(left, (l, r) -> Formula.release(r, Formula.or(l, r)));
        }
        return accept("M") ? combine(left, (l, r) -> Formula.until(r, Formula.and(l, r))) : left;
    }

    private Formula combine(Formula left, BinaryOperator<Formula> operator) {
        return operator.apply(left, nested(this::binary));
    }

    private Formula unary() {
        if (accept("!")) {
            return Formula.not(nested(this::unary));
        }
        if (accept("[]")) {
            return Formula.always(nested(this::unary));
        }
        if (accept("<>")) {
            return Formula.eventually(nested(this::unary));
        }
        if (accept("X")) {
            return Formula.next(nested(this::unary));
        }
        if (accept("(")) {
            Formula inner = nested(this::equivalence);
            if (!accept(")")) {
                throw unexpected("')'");
            }
            return inner;
        }
        return atom();
    }

    private Formula atom() {
        Token word = peek();
        if (accept("true")) {
            return Formula.TRUE;
        }
        if (accept("false")) {
            return Formula.FALSE;
        }
        if (!word.isWord() || RESERVED.contains(word.text())) {
            throw unexpected("an atom, '(' or one of ! [] <> X");
        }
        position++;
        if (accept("(")) {
            return resolved(word, word.text() + "(" + argument() + ")");
        }
        if (accept("!=")) {
            return Formula.not(resolved(word, word.text() + " == " + operandOfComparison()));
        }
        String comparison = peek().text();
        if (COMPARISONS.contains(comparison)) {
            position++;
            return resolved(word, word.text() + " " + comparison + " " + operandOfComparison());
        }
        return resolved(word, word.text());
    }

    private String argument() {
        String argument = word("a word in parentheses");
        if (!accept(")")) {
            throw unexpected("')'");
        }
        return argument;
    }

    private String operandOfComparison() {
        return word("a value to compare with");
    }

    private String word(String wanted) {
        Token token = peek();
        if (!token.isWord()) {
            throw unexpected(wanted);
        }
        position++;
        return token.text();
    }

    private Formula resolved(Token word, String name) {
        if (atoms.find(name).isEmpty()) {
            throw new FormulaSyntaxException(
                    word.column(),
                    "no atom '" + name + "'; " + comparing(name) + "the atoms are: "
                            + String.join(", ", atoms.names()));
        }
        return Formula.atom(name);
    }

    /** Points out that {@code word} is one side of a comparison, as a state is that stands alone. */
    private String comparing(String word) {
        for (String atom : atoms.names()) {
            int equals = atom.indexOf(" == ");
            if (equals < 0) {
                continue;
            }
            String left = atom.substring(0, equals);
            List<String> values = List.of(atom.substring(equals + 4).split("\\|", -1));
            if (left.equals(word) || values.contains(word)) {
                return "compare it, as in " + left + " == " + (left.equals(word) ? values.get(0) : word) + "; ";
            }
        }
        return "";
    }

    private Formula nested(Supplier<Formula> part) {
        if (++depth > MAX_DEPTH) {
            throw new FormulaSyntaxException(peek().column(), "nested more than " + MAX_DEPTH + " deep");
        }
        Formula formula = part.get();
        depth--;
        return formula;
    }

    private Token peek() {
        return tokens.get(position);
    }

    private boolean accept(String operator) {
        String text = peek().text();
        boolean found = SPELLINGS.getOrDefault(text, text).equals(operator);
        if (found) {
            position++;
        }
        return found;
    }

    private FormulaSyntaxException unexpected(String wanted) {
        Token token = peek();
        String found = token.text().isEmpty() ? "the end" : "'" + token.text() + "'";
        return new FormulaSyntaxException(token.column(), "expected " + wanted + ", found " + found);
    }
}
