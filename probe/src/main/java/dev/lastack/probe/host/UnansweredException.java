package dev.lastack.probe.host;

/** A host did not do in time what every host does. */
public final class UnansweredException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    public UnansweredException(String message) {
        super(message);
    }
}
