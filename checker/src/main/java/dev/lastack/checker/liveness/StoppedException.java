package dev.lastack.checker.liveness;

/** The search for fair cycles ended early; the message names the limit. */
final class StoppedException extends Exception {

    StoppedException(String why) {
        super(why);
    }
}
