package dev.lastack.checker.lts;

/** A state space does not fit the limits; the message names the limit. */
public final class TooLargeException extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean ofStates;

    private TooLargeException(String limit, boolean ofStates) {
        super(limit);
        this.ofStates = ofStates;
    }

    static TooLargeException states(long most) {
        return new TooLargeException("it has more than " + most + " states", true);
    }

    static TooLargeException other(String limit) {
        return new TooLargeException(limit, false);
    }

    /** Whether it is the number of states that was limited. */
    public boolean ofStates() {
        return ofStates;
    }
}
