package dev.lastack.conformance.packetdrill.script;

import java.util.List;

/** The tokens still to be read. */
final class TokenStream {

    private final List<Token> tokens;
    private int next;

    TokenStream(List<Token> tokens) {
        this.tokens = tokens;
    }

    Token peek() {
        return peek(0);
    }

    /** The token {@code ahead} tokens on; END stands at every place behind the last. */
    Token peek(int ahead) {
        return tokens.get(Math.min(next + ahead, tokens.size() - 1));
    }

    Token take() {
        Token token = peek();
        if (next < tokens.size() - 1) {
            next++;
        }
        return token;
    }

    boolean takeIf(char symbol) {
        if (peek().isSymbol(symbol)) {
            take();
            return true;
        }
        return false;
    }

    boolean takeIf(Token.Kind kind) {
        if (peek().is(kind)) {
            take();
            return true;
        }
        return false;
    }

    boolean takeIf(String word) {
        if (peek().isWord(word)) {
            take();
            return true;
        }
        return false;
    }

    void expect(char symbol) throws ScriptSyntaxException {
        if (!takeIf(symbol)) {
            throw unexpected("'" + symbol + "'");
        }
    }

    void expect(String word) throws ScriptSyntaxException {
        if (!takeIf(word)) {
            throw unexpected("'" + word + "'");
        }
    }

    Token expect(Token.Kind kind) throws ScriptSyntaxException {
        if (!peek().is(kind)) {
            throw unexpected(kind.toString());
        }
        return take();
    }

    /** An integer, decimal or hexadecimal, in {@code least} to {@code most}. */
    long integer(String what, long least, long most) throws ScriptSyntaxException {
        if (!peek().is(Token.Kind.INTEGER)) {
            throw unexpected(what);
        }
        Token token = take();
        long value = value(token);
        if (value < least || value > most) {
            throw new ScriptSyntaxException(
                    token.position(), what + " is " + token.text() + ", must be " + least + " to " + most);
        }
        return value;
    }

    static long value(Token token) throws ScriptSyntaxException {
        try {
            return Long.decode(token.text().replaceFirst("^(-?)0+(?=[0-9])", "$1"));
        } catch (NumberFormatException tooLarge) {
            throw new ScriptSyntaxException(token.position(), token.text() + " does not fit into 64 bits");
        }
    }

    /** Passes over the rest of the line that {@code start} stands in. */
    void skipLine(Position start) {
        while (!peek().is(Token.Kind.END) && peek().position().line() == start.line()) {
            take();
        }
    }

    ScriptSyntaxException unexpected(String expected) {
        Token got = peek();
        return new ScriptSyntaxException(got.position(), "expected " + expected + ", got " + got.shown());
    }
}
