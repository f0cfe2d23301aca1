package dev.lastack.conformance.packetdrill.script;

import java.util.ArrayList;
import java.util.List;

/** Reads the arguments and results of system calls: one recursive descent, one method per precedence. */
final class ExpressionParser {

    /** Deeper nesting is no script but an attack on the stack of this parser. */
    private static final int DEEPEST = 40;

    private final TokenStream tokens;
    private int depth;

    ExpressionParser(TokenStream tokens) {
        this.tokens = tokens;
    }

    /** {@code ( expression, … )}. */
    List<Expression> arguments() throws ScriptSyntaxException {
        tokens.expect('(');
        return listUpTo(')');
    }

    Expression expression() throws ScriptSyntaxException {
        if (++depth > DEEPEST) {
            throw new ScriptSyntaxException(
                    tokens.peek().position(), "expressions nest at most " + DEEPEST + " levels deep");
        }
        Expression left = alternatives();
        Expression whole = tokens.takeIf('=') ? new Expression.Assigned(left, expression()) : left;
        depth--;
        return whole;
    }

    /** What stands behind the {@code =} of a call: no assignment can follow. */
    Expression alternatives() throws ScriptSyntaxException {
        Expression first = primary();
        if (!tokens.peek().isSymbol('|')) {
            return first;
        }
        List<Expression> operands = new ArrayList<>(List.of(first));
        while (tokens.takeIf('|')) {
            operands.add(primary());
        }
        return new Expression.Or(List.copyOf(operands));
    }

    private Expression primary() throws ScriptSyntaxException {
        Token token = tokens.peek();
        switch (token.kind()) {
            case ELLIPSIS -> {
                tokens.take();
                return new Expression.Ellipsis();
            }
            case INTEGER -> {
                return new Expression.Int(TokenStream.value(tokens.take()));
            }
            case WORD -> {
                tokens.take();
                return tokens.peek().isSymbol('(')
                        ? new Expression.Applied(token.text(), arguments())
                        : new Expression.Word(token.text());
            }
            case STRING -> {
                return strings();
            }
            case SYMBOL -> {
                if (tokens.takeIf('[')) {
                    return new Expression.Array(listUpTo(']'));
                }
                if (tokens.takeIf('{')) {
                    return new Expression.Structure(listUpTo('}'));
                }
                throw tokens.unexpected("an expression");
            }
            case DECIMAL, SHELL, CODE, OPTION, END -> throw tokens.unexpected("an expression");
        }
        throw new AssertionError(token.kind());
    }

    /** Adjacent strings are one; an ellipsis behind one stands for the rest of the buffer. */
    private Expression strings() throws ScriptSyntaxException {
        StringBuilder text = new StringBuilder();
        while (tokens.peek().is(Token.Kind.STRING)) {
            text.append(tokens.take().text());
        }
        if (tokens.peek().is(Token.Kind.ELLIPSIS)) {
            tokens.take();
        }
        return new Expression.Text(text.toString());
    }

    private List<Expression> listUpTo(char close) throws ScriptSyntaxException {
        List<Expression> elements = new ArrayList<>();
        if (tokens.takeIf(close)) {
            return List.of();
        }
        do {
            elements.add(expression());
        } while (tokens.takeIf(','));
        tokens.expect(close);
        return List.copyOf(elements);
    }
}
