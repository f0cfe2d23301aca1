package dev.lastack.endpoint;

/** What a user call is refused with, in the words of RFC 9293 §3.10.1 to §3.10.6. */
public enum UserError {
    CONNECTION_DOES_NOT_EXIST("connection does not exist"),
    CONNECTION_ALREADY_EXISTS("connection already exists"),
    CONNECTION_CLOSING("connection closing"),
    FOREIGN_SOCKET_UNSPECIFIED("foreign socket unspecified"),
    INSUFFICIENT_RESOURCES("insufficient resources");

    private final String text;

    UserError(String text) {
        this.text = text;
    }

    /** The text after "error:" in the RFC. */
    @Override
    public String toString() {
        return text;
    }
}
