package dev.lastack.checker.liveness.ltl;

/** A formula that cannot be read; the message names the place, what stands there and what was expected. */
public final class FormulaSyntaxException extends RuntimeException {

    private final int column;

    FormulaSyntaxException(int column, String message) {
        super("column " + column + ": " + message);
        this.column = column;
    }

    /** Where in the formula, in characters from 1 on. */
    public int column() {
        return column;
    }
}
