package dev.lastack.explore;

/** What was asked for is not possible; the message is one line that names the thing, the value and the accepted range. */
public final class ExploreException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public ExploreException(String message) {
        super(message);
    }

    /** The message, which is never absent. */
    public String line() {
        return String.valueOf(getMessage());
    }
}
