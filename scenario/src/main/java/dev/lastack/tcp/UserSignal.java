package dev.lastack.tcp;

/** What a TCP tells its user unasked, RFC 9293 §3.9.1 and §3.10.7. */
public enum UserSignal {
    /** ESTABLISHED was entered: an OPEN is complete. */
    OPENED("connection open"),
    /** The peer has sent its FIN; everything before it can be received. */
    CLOSING("connection closing"),
    /** The own FIN is acknowledged: CLOSE returns ok. */
    CLOSED("CLOSE: ok"),
    REFUSED("connection refused"),
    RESET("connection reset"),
    /** R2 was reached, or keep-alive went unanswered. */
    ABORTED("connection aborted due to user timeout");

    private final String text;

    UserSignal(String text) {
        this.text = text;
    }

    /** The words of the RFC. */
    @Override
    public String toString() {
        return text;
    }
}
