package dev.lastack.conformance.packetdrill.script;

/** A script that is not in the language; says where and what was expected. */
public final class ScriptSyntaxException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Position position;
    private final String what;

    ScriptSyntaxException(Position position, String what) {
        // Where the parser stood is of no interest: the message says where the script is wrong.
        super(position + ": " + what, null, false, false);
        this.position = position;
        this.what = what;
    }

    public Position position() {
        return position;
    }

    /** The message without its place. */
    public String what() {
        return what;
    }
}
