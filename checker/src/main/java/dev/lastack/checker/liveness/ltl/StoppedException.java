package dev.lastack.checker.liveness.ltl;

/** The search for fair cycles ended early; the message names the limit. */
public final class StoppedException extends Exception {

    public StoppedException(String why) {
        super(why);
    }
}
