package dev.lastack.scenario.text;

/**
 * Bad input of the user's. The message has a line for each problem, which names the place, the thing, its value and what was expected
 * instead. Programs that run lastack show it as it is.
 */
public abstract class InputException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    protected InputException(String message) {
        super(message);
    }

    /** The message, which is never absent. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
