package dev.lastack.conformance.packetdrill.script;

import java.util.List;

/** The expression behind {@code #if}: integers, names, {@code defined}, comparisons, {@code !}, {@code &&}, {@code ||}. */
final class Condition {

    /** Deeper nesting is no script but an attack on the stack of this parser. */
    private static final int DEEPEST = 40;

    private final TokenStream tokens;
    private final Definitions definitions;
    private int depth;

    private Condition(TokenStream tokens, Definitions definitions) {
        this.tokens = tokens;
        this.definitions = definitions;
    }

    /** Whether {@code text}, the condition of a line at {@code place}, is not 0. */
    static boolean holds(String text, Definitions definitions, Position place) throws ScriptSyntaxException {
        try {
            // Names are looked up here, not by the lexer: defined(NAME) asks about the name itself.
            List<Token> tokens = Lexer.tokens(text, Definitions.of(List.of()));
            Condition condition = new Condition(new TokenStream(tokens), definitions);
            long value = condition.anyOf();
            condition.tokens.expect(Token.Kind.END);
            return value != 0;
        } catch (ScriptSyntaxException wrong) { // its place counts from the condition, not from the file
            throw new ScriptSyntaxException(place, "the condition '" + text + "': " + wrong.what());
        }
    }

    private long anyOf() throws ScriptSyntaxException {
        if (++depth > DEEPEST) {
            throw new ScriptSyntaxException(
                    tokens.peek().position(), "conditions nest at most " + DEEPEST + " levels deep");
        }
        long value = allOf();
        while (takeTwice('|')) {
            long other = allOf();
            value = truth(value != 0 || other != 0);
        }
        depth--;
        return value;
    }

    private long allOf() throws ScriptSyntaxException {
        long value = comparison();
        while (takeTwice('&')) {
            long other = comparison();
            value = truth(value != 0 && other != 0);
        }
        return value;
    }

    private long comparison() throws ScriptSyntaxException {
        long left = value();
        if (takeTwice('=')) {
            return truth(left == value());
        }
        if (tokens.peek().isSymbol('!') && tokens.peek(1).isSymbol('=')) {
            tokens.take();
            tokens.take();
            return truth(left != value());
        }
        if (tokens.takeIf('<')) {
            return tokens.takeIf('=') ? truth(left <= value()) : truth(left < value());
        }
        if (tokens.takeIf('>')) {
            return tokens.takeIf('=') ? truth(left >= value()) : truth(left > value());
        }
        return left;
    }

    private long value() throws ScriptSyntaxException {
        boolean negated = false;
        while (tokens.takeIf('!')) {
            negated = !negated;
        }
        return negated ? truth(atom() == 0) : atom();
    }

    private long atom() throws ScriptSyntaxException {
        if (tokens.takeIf('(')) {
            long value = anyOf();
            tokens.expect(')');
            return value;
        }
        if (tokens.takeIf("defined")) {
            return truth(defined());
        }
        Token token = tokens.take();
        if (token.is(Token.Kind.WORD)) {
            Token meaning = definitions.meaning(token.text());
            // An undefined name is 0, as in C; a name whose value is no number is at least defined.
            return meaning == null ? 0 : meaning.is(Token.Kind.INTEGER) ? TokenStream.value(meaning) : 1;
        }
        if (token.is(Token.Kind.INTEGER)) {
            return TokenStream.value(token);
        }
        throw new ScriptSyntaxException(token.position(), "expected a number or a name, got " + token.shown());
    }

    private boolean defined() throws ScriptSyntaxException {
        boolean parenthesis = tokens.takeIf('(');
        String name = tokens.expect(Token.Kind.WORD).text();
        if (parenthesis) {
            tokens.expect(')');
        }
        return definitions.has(name);
    }

    private boolean takeTwice(char symbol) {
        boolean both = tokens.peek().isSymbol(symbol) && tokens.peek(1).isSymbol(symbol);
        if (both) {
            tokens.take();
            tokens.take();
        }
        return both;
    }

    private static long truth(boolean holds) {
        return holds ? 1 : 0;
    }
}
