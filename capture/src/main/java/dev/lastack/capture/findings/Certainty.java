package dev.lastack.capture.findings;

/** How sure a finding is. */
public enum Certainty {
    /** The recorded segments cannot be explained otherwise. */
    PROVEN("proven by the capture"),
    /** It depends on what an end received, which the capture does not show. */
    POSSIBLE("possible");

    private final String words;

    Certainty(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
