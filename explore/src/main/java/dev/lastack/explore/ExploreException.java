package dev.lastack.explore;

import dev.lastack.scenario.text.InputException;

/** What was asked for is not possible; the message is one line that names the thing, the value and the accepted range. */
public final class ExploreException extends InputException {

    private static final long serialVersionUID = 1;

    public ExploreException(String message) {
        super(message);
    }
}
